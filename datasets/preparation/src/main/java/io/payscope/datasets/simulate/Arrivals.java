package io.payscope.datasets.simulate;

import java.util.SplittableRandom;

/**
 * Arrival times of a given number of payments: the i-th falls at a random place in the i-th of equal shares of the
 * total intensity, so times never go back and follow the intensity as closely as they can. Not thread-safe.
 */
final class Arrivals {

    private static final int HOUR_SECONDS = 3600;

    private final double[] cumulative;
    private final double share;
    private final SplittableRandom random;
    private long taken;
    private int hour;

    /**
     * Lays out the hours.
     *
     * @param rows payments to place
     * @param intensity relative number of payments in each hour
     */
    Arrivals(long rows, double[] intensity, SplittableRandom random) {
        cumulative = new double[intensity.length + 1];
        for (int i = 0; i < intensity.length; i++) {
            cumulative[i + 1] = cumulative[i] + intensity[i];
        }
        this.share = cumulative[intensity.length] / rows;
        this.random = random;
    }

    /** Moves to the next payment; returns its second since the beginning. */
    long next() {
        double at = (taken++ + random.nextDouble()) * share;
        while (hour < cumulative.length - 2 && cumulative[hour + 1] <= at) {
            hour++;
        }
        double within = (at - cumulative[hour]) / (cumulative[hour + 1] - cumulative[hour]);
        return hour * (long) HOUR_SECONDS + Math.min(HOUR_SECONDS - 1, (long) (within * HOUR_SECONDS));
    }

    /** The hour of the last payment, from 0. */
    int hour() {
        return hour;
    }
}
