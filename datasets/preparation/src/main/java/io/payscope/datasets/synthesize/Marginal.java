package io.payscope.datasets.synthesize;

import java.util.Arrays;

/**
 * The distribution of one value: a histogram over a fixed range that also keeps the ends of what each bin has seen, so
 * that a value which always comes alone stays exact. 16 KiB, whatever the number of rows. Not thread-safe.
 */
final class Marginal {

    private static final int BINS = 1024;

    private final double lowest;
    private final double highest;
    private final long[] counts = new long[BINS];
    private final float[] least = new float[BINS];
    private final float[] most = new float[BINS];
    private final Moments moments = new Moments(1);
    private final double[] single = new double[1];
    private long total;
    private long[] cumulative = {};

    /** Values outside the range count as its ends. */
    Marginal(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /** Takes a value into account. */
    void add(double value) {
        double clamped = Math.clamp(value, lowest, highest);
        int bin = Math.min(BINS - 1, (int) ((clamped - lowest) / (highest - lowest) * BINS));
        float shown = (float) clamped;
        least[bin] = counts[bin] == 0 ? shown : Math.min(least[bin], shown);
        most[bin] = counts[bin] == 0 ? shown : Math.max(most[bin], shown);
        counts[bin]++;
        total++;
        single[0] = clamped;
        moments.add(single);
        cumulative = new long[0];
    }

    /** The value below which a share, 0 to 1, lies; straight between the ends of a bin. */
    double quantile(double share) {
        if (cumulative.length == 0) {
            cumulative = counts.clone();
            Arrays.parallelPrefix(cumulative, Long::sum);
        }
        double rank = share * total;
        int bin = 0;
        int high = BINS - 1;
        while (bin < high) {
            int middle = (bin + high) >>> 1;
            if (cumulative[middle] > rank) {
                high = middle;
            } else {
                bin = middle + 1;
            }
        }
        double within = counts[bin] == 0 ? 0 : (rank - (cumulative[bin] - counts[bin])) / counts[bin];
        return least[bin] + Math.clamp(within, 0, 1) * (most[bin] - least[bin]);
    }

    /**
     * Width of the noise that smooths the distribution, by Silverman's rule of thumb: 1.06 times the spread, or the
     * middle half's width by 1.34 if that is less, by the fifth root of the number of values.
     */
    double bandwidth() {
        double spread = Math.min(moments.spread(0), (quantile(0.75) - quantile(0.25)) / 1.34);
        return total == 0 ? 0 : 1.06 * spread * Math.pow(total, -0.2);
    }

    /** Standard deviation. */
    double spread() {
        return moments.spread(0);
    }

    /** A value brought into the range. */
    double clamp(double value) {
        return Math.clamp(value, lowest, highest);
    }

    /** The largest difference between the cumulative shares of two distributions, to the width of a bin. */
    double kolmogorovSmirnov(Marginal other) {
        double own = 0;
        double others = 0;
        double largest = 0;
        for (int i = 0; i < BINS; i++) {
            own += counts[i];
            others += other.counts[i];
            largest = Math.max(largest, Math.abs(own / Math.max(1, total) - others / Math.max(1, other.total)));
        }
        return largest;
    }
}
