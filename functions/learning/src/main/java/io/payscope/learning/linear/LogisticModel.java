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
        double sum = intercept;
        double[] shares = contributions(row);
        for (int i = 0; i < row.length; i++) {
            sum += shares[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * Shares the log-odds out among the features.
     *
     * @param row one value a feature, NaN for missing
     * @return one value a feature, then the intercept
     */
    public double[] contributions(double[] row) {
        if (row.length != weights.size()) {
            throw new IllegalArgumentException("expected " + weights.size() + " features, found " + row.length);
        }
        double[] shares = new double[row.length + 1];
        for (int i = 0; i < row.length; i++) {
            shares[i] = Double.isNaN(row[i]) ? 0 : weights.get(i) * ((row[i] - means.get(i)) / scales.get(i));
        }
        shares[row.length] = intercept;
        return shares;
    }
}
