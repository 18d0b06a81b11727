/** What models would have forecast in the past, the choice among them and the intervals that follow. */
@NullMarked
package io.payscope.learning.forecast.backtest;

import org.jspecify.annotations.NullMarked;
