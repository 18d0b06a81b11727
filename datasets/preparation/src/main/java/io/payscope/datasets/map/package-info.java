/** Turns raw fields into canonical transactions. */
@NullMarked
package io.payscope.datasets.map;

import org.jspecify.annotations.NullMarked;
