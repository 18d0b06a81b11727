package io.payscope.learning.forecast.backtest;

import java.util.stream.IntStream;

/**
 * Where a backtest forecasts from: up to 20 origins, as far apart as the history allows but at most a horizon.
 *
 * @param horizon steps forecast from each; shorter than asked for where the history is short
 * @param spacing steps between two
 * @param count how many; 0 where the history is too short for any
 * @param length steps of the history
 */
public record Origins(int horizon, int spacing, int count, int length) {

    /** Origins at most. */
    public static final int MAXIMUM = 20;

    /** Seasons that the first origin should see, so that every candidate can be fitted. */
    private static final int FULL_SEASONS = 8;

    /**
     * Places the origins.
     *
     * @param length steps of the history
     * @param seasonLength steps of a season
     * @param horizon steps to forecast
     */
    public static Origins of(int length, int seasonLength, int horizon) {
        int shortest = Math.max(seasonLength + 2, Math.min(FULL_SEASONS * seasonLength, length / 2));
        int steps = Math.min(horizon, length - shortest);
        if (steps < 1) {
            return new Origins(0, 1, 0, length);
        }
        int room = length - steps - shortest;
        int spacing = Math.clamp(room / (MAXIMUM - 1), 1, steps);
        return new Origins(steps, spacing, Math.min(MAXIMUM, room / spacing + 1), length);
    }

    /** @return steps of history at each origin, oldest first; the last horizon ends with the history */
    public IntStream historySteps() {
        return IntStream.range(0, count).map(i -> length - horizon - (count - 1 - i) * spacing);
    }
}
