/** Forecasts of a bank's series, chosen by backtest. */
@NullMarked
package io.payscope.learning.forecast;

import org.jspecify.annotations.NullMarked;
