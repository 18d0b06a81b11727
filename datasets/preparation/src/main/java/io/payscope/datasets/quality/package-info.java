/** Counts and keeps the rows that were refused. */
@NullMarked
package io.payscope.datasets.quality;

import org.jspecify.annotations.NullMarked;
