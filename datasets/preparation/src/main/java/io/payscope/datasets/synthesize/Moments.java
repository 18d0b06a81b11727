package io.payscope.datasets.synthesize;

import java.util.Arrays;

/** Running means and spreads of several columns, missing values left out (Welford 1962). Not thread-safe. */
final class Moments {

    /** Scores are cut off here, either way. */
    static final double LARGEST_SCORE = 8;

    private static final double[] NONE = {};

    private final long[] counts;
    private final double[] means;
    private final double[] squares;

    /** One by the spread of each column, 0 for a spread of 0; empty until it is asked for. */
    private double[] inverses = NONE;

    Moments(int columns) {
        counts = new long[columns];
        means = new double[columns];
        squares = new double[columns];
    }

    /** Takes a row into account, NaN for missing. */
    void add(double[] values) {
        inverses = NONE;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (value == value) {
                double delta = value - means[i];
                means[i] += delta / ++counts[i];
                squares[i] += delta * (value - means[i]);
            }
        }
    }

    /** How many spreads a value lies above the mean, at most 8 either way; 0 in a column that never changes. */
    double score(int column, double value) {
        if (inverses.length == 0) {
            inverses = new double[means.length];
            Arrays.setAll(inverses, i -> spread(i) == 0 ? 0 : 1 / spread(i));
        }
        return Math.clamp((value - means[column]) * inverses[column], -LARGEST_SCORE, LARGEST_SCORE);
    }

    /** Standard deviation of a column; 0 where fewer than two values have been seen. */
    double spread(int column) {
        return counts[column] < 2 ? 0 : Math.sqrt(squares[column] / counts[column]);
    }

    /** Mean of a column. */
    double mean(int column) {
        return means[column];
    }

    /**
     * How unusual a row is among its own bank's, in four numbers from {@link CommonRow#UNUSUALNESS} on: root mean
     * square of the scores, the largest either way, their mean, and the share of values that are missing.
     */
    void describe(double[] values, double[] target) {
        double sum = 0;
        double squared = 0;
        double largest = 0;
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == values[i]) {
                double score = score(i, values[i]);
                sum += score;
                squared += score * score;
                largest = Math.max(largest, Math.abs(score));
                present++;
            }
        }
        int counted = Math.max(1, present);
        target[CommonRow.UNUSUALNESS] = Math.sqrt(squared / counted);
        target[CommonRow.LARGEST_SCORE] = largest;
        target[CommonRow.MEAN_SCORE] = sum / counted;
        target[CommonRow.MISSING_SHARE] = values.length == 0 ? 0 : 1 - (double) present / values.length;
    }
}
