/** Equally spaced values and how they come from buckets. */
@NullMarked
package io.payscope.learning.forecast.series;

import org.jspecify.annotations.NullMarked;
