/** The models that compete for a series, each of which forecasts the same bits after it was stored. */
@NullMarked
package io.payscope.learning.forecast.model;

import org.jspecify.annotations.NullMarked;
