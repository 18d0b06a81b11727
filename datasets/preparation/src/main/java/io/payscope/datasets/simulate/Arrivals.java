package io.payscope.datasets.simulate;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Arrival times of a given number of payments: the i-th falls at a random place in the i-th of equal shares of the
 * total intensity, so times never go back and follow the intensity as closely as they can. Not thread-safe.
 */
final class Arrivals {

    /** Relative number of payments in each hour of a day, low at night. */
    static final double[] DAY = {
        0.35, 0.22, 0.15, 0.12, 0.13, 0.2, 0.4, 0.7, 1.0, 1.25, 1.4, 1.45, 1.4, 1.35, 1.35, 1.4, 1.45, 1.5, 1.55, 1.5,
        1.35, 1.1, 0.8, 0.55
    };

    private static final int HOUR_SECONDS = 3600;

    /** Below this share of the mean an hour's frauds fall with its payments. */
    private static final double QUIETEST = 0.3;

    private final double[] cumulative;
    private final double share;
    private final SplittableRandom random;
    private long taken;
    private int hour;

    /**
     * Lays out the hours.
     *
     * @param rows payments to place
     * @param hours number of hours
     * @param intensity relative number of payments in an hour
     */
    Arrivals(long rows, int hours, IntToDoubleFunction intensity, SplittableRandom random) {
        cumulative = new double[hours + 1];
        for (int i = 0; i < hours; i++) {
            cumulative[i + 1] = cumulative[i] + intensity.applyAsDouble(i);
        }
        this.share = cumulative[hours] / rows;
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

    /**
     * The chance of each hour's payments to be fraud where frauds keep their number while honest payments come and go.
     *
     * @param rate share of frauds among all payments
     */
    double[] steadyChances(double rate) {
        int hours = cumulative.length - 1;
        double[] chances = new double[hours];
        double expected = 0;
        for (int i = 0; i < hours; i++) {
            double share = (cumulative[i + 1] - cumulative[i]) / cumulative[hours];
            chances[i] = 1 / Math.max(QUIETEST, share * hours);
            expected += share * chances[i];
        }
        for (int i = 0; i < hours; i++) {
            chances[i] *= rate / expected;
        }
        return chances;
    }
}
