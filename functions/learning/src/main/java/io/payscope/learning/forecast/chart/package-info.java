/** Forecasts as a picture. */
@NullMarked
package io.payscope.learning.forecast.chart;

import org.jspecify.annotations.NullMarked;
