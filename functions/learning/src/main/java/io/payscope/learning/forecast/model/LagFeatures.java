package io.payscope.learning.forecast.model;

import io.payscope.learning.forecast.series.Step;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * What boosted trees see of a step: the values before it and the calendar. Values are taken relative to the mean of the
 * seasons before the step, because trees cannot forecast beyond what they have seen and a level drifts.
 *
 * @param seasonLength steps of a season
 * @param step distance of two values
 */
record LagFeatures(int seasonLength, Step step) {

    private static final int SHORT_LAGS = 3;
    private static final int SEASONS = 4;
    private static final int CALENDAR = 4;

    /** @return steps that must lie before a step */
    int reach() {
        return Math.max(SHORT_LAGS, SEASONS * seasonLength);
    }

    /** @return number of features */
    int width() {
        return SHORT_LAGS + SEASONS + 2 + CALENDAR;
    }

    /** @return mean of the values before a step, which all others are taken relative to */
    double level(double[] values, int at) {
        return mean(values, at, reach());
    }

    /**
     * Writes the features of a step.
     *
     * @param values history, and forecasts after it
     * @param at the step; only values before it are read
     * @param instant of the step
     * @param target receives them
     * @param offset where in the target they begin
     */
    void fill(double[] values, int at, Instant instant, double[] target, int offset) {
        double level = level(values, at);
        int i = offset;
        for (int lag = 1; lag <= SHORT_LAGS; lag++) {
            target[i++] = values[at - lag] - level;
        }
        double sameSteps = 0;
        for (int season = 1; season <= SEASONS; season++) {
            double value = values[at - season * seasonLength] - level;
            target[i++] = value;
            sameSteps += value / SEASONS;
        }
        target[i++] = sameSteps;
        target[i++] = mean(values, at, Math.max(SHORT_LAGS, seasonLength)) - level;
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        target[i++] = time.getDayOfWeek().getValue();
        target[i++] = time.getDayOfMonth();
        target[i++] = time.getMonthValue();
        target[i] = time.getHour();
    }

    private static double mean(double[] values, int at, int length) {
        double sum = 0;
        for (int i = at - length; i < at; i++) {
            sum += values[i];
        }
        return sum / length;
    }
}
