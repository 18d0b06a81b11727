/** The stage that fits and backtests a bank's forecasts. */
@NullMarked
package io.payscope.trainforecast;

import org.jspecify.annotations.NullMarked;
