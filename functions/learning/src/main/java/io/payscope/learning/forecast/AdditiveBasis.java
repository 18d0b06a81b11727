package io.payscope.learning.forecast;

import io.payscope.core.model.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of the additive model, after Prophet (Taylor and Letham 2018): level, slope, changes of slope, and sine
 * and cosine pairs. Time runs from 0 to 1 over the history; the seasons are counted from 1970-01-01.
 *
 * @param startEpochSecond first instant of the history
 * @param stepSeconds length of a step
 * @param length steps of the history
 * @param changepoints positions on the scaled time at which the slope may change
 * @param seasons the seasonalities
 */
public record AdditiveBasis(
        long startEpochSecond, long stepSeconds, int length, List<Double> changepoints, List<Season> seasons) {

    private static final int MAXIMUM_CHANGEPOINTS = 10;

    /** Steps that a change of slope needs to be told from noise. */
    private static final int STEPS_PER_CHANGEPOINT = 14;

    /** No change of slope in the last fifth of the history: a late one would rule the forecast. */
    private static final double CHANGEPOINT_RANGE = 0.8;

    private static final int WEEKLY_ORDER = 3;
    private static final int DAILY_ORDER = 4;

    public AdditiveBasis {
        changepoints = List.copyOf(changepoints);
        seasons = List.copyOf(seasons);
    }

    /**
     * A seasonality.
     *
     * @param periodSeconds its length
     * @param order number of sine and cosine pairs
     */
    public record Season(long periodSeconds, int order) {}

    /** Chooses the columns for a history: weekly from 14 days on, daily from 2 days of hours on (Prophet's rules). */
    static AdditiveBasis of(Instant start, Grain grain, int length) {
        Duration covered = grain.length().multipliedBy(length);
        List<Season> seasons = new ArrayList<>();
        if (covered.compareTo(Duration.ofDays(14)) >= 0) {
            seasons.add(new Season(Duration.ofDays(7).toSeconds(), WEEKLY_ORDER));
        }
        // A history whose partial edges were cut off is a little shorter than the days that it stems from.
        if (grain == Grain.HOUR && covered.compareTo(Duration.ofHours(36)) >= 0) {
            seasons.add(new Season(Duration.ofDays(1).toSeconds(), DAILY_ORDER));
        }
        int count = Math.min(MAXIMUM_CHANGEPOINTS, length / STEPS_PER_CHANGEPOINT);
        List<Double> changepoints = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            changepoints.add(CHANGEPOINT_RANGE * i / count);
        }
        return new AdditiveBasis(start.getEpochSecond(), grain.length().toSeconds(), length, changepoints, seasons);
    }

    /** @return number of columns */
    int width() {
        return 2
                + changepoints.size()
                + 2 * seasons.stream().mapToInt(Season::order).sum();
    }

    /** Writes the columns of a step; steps from {@code length} on lie in the future. */
    void fill(int step, double[] row) {
        double time = step / (double) Math.max(1, length - 1);
        int i = 0;
        row[i++] = 1;
        row[i++] = time;
        for (double changepoint : changepoints) {
            row[i++] = Math.max(0, time - changepoint);
        }
        long second = startEpochSecond + step * stepSeconds;
        for (Season season : seasons) {
            double phase = 2 * StrictMath.PI * Math.floorMod(second, season.periodSeconds()) / season.periodSeconds();
            for (int n = 1; n <= season.order(); n++) {
                // StrictMath: the same bits on every machine, so that a stored model forecasts the same anywhere.
                row[i++] = StrictMath.sin(n * phase);
                row[i++] = StrictMath.cos(n * phase);
            }
        }
    }
}
