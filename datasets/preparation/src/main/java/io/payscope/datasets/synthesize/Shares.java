package io.payscope.datasets.synthesize;

import java.util.Arrays;

/** Counts of categories as shares. */
final class Shares {

    private Shares() {}

    /** Total variation: half the sum of the differences between the shares of two lists of counts, 0 to 1. */
    static double variation(double[] counts, double[] others) {
        double total = Math.max(1, Arrays.stream(counts).sum());
        double othersTotal = Math.max(1, Arrays.stream(others).sum());
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += Math.abs(counts[i] / total - others[i] / othersTotal);
        }
        return sum / 2;
    }
}
