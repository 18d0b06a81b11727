package io.payscope.learning.linear;

import java.util.List;

/**
 * Logistic regression on standardised features; a missing value counts as the mean.
 *
 * @param means of the features on the training part
 * @param scales standard deviations there; 1 for a constant feature
 * @param weights of the standardised features
 * @param intercept log-odds of a row with mean features
 */
public record LogisticModel(List<Double> means, List<Double> scales, List<Double> weights, double intercept) {

    public LogisticModel {
        means = List.copyOf(means);
        scales = List.copyOf(scales);
        weights = List.copyOf(weights);
    }

    /**
     * The probability of fraud.
     *
     * @param row one value a feature, NaN for missing
     * @return from 0 to 1
     */
    public double probability(double[] row) {
        if (row.length != weights.size()) {
            throw new IllegalArgumentException("expected " + weights.size() + " features, found " + row.length);
        }
        double sum = intercept;
        for (int i = 0; i < row.length; i++) {
            if (!Double.isNaN(row[i])) {
                sum += weights.get(i) * ((row[i] - means.get(i)) / scales.get(i));
            }
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
