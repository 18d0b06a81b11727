/** Reads raw CSV files as bytes: finds them in the object store, splits them into fields, checks their headers. */
@NullMarked
package io.payscope.datasets.raw;

import org.jspecify.annotations.NullMarked;
