package io.payscope.learning.linear;

import io.payscope.learning.data.FeatureTable;
import io.payscope.learning.data.RowRange;

/**
 * Means and standard deviations of features, missing values left out.
 *
 * @param means 0 for a feature that is always missing
 * @param scales 1 for a feature that does not vary
 */
@SuppressWarnings("ArrayRecordComponent") // Lives while one model is fitted; never compared.
record Standardisation(double[] means, double[] scales) {

    /** Measures a range of rows in two passes, which keeps large values with a small spread exact. */
    static Standardisation of(FeatureTable table, RowRange range) {
        int width = table.width();
        double[] row = new double[width];
        double[] means = new double[width];
        double[] scales = new double[width];
        int[] counts = new int[width];
        for (int r = range.from(); r < range.to(); r++) {
            table.copy(r, row);
            for (int i = 0; i < width; i++) {
                if (!Double.isNaN(row[i])) {
                    counts[i]++;
                    means[i] += (row[i] - means[i]) / counts[i];
                }
            }
        }
        for (int r = range.from(); r < range.to(); r++) {
            table.copy(r, row);
            for (int i = 0; i < width; i++) {
                if (!Double.isNaN(row[i])) {
                    scales[i] += (row[i] - means[i]) * (row[i] - means[i]);
                }
            }
        }
        for (int i = 0; i < width; i++) {
            double deviation = counts[i] == 0 ? 0 : Math.sqrt(scales[i] / counts[i]);
            scales[i] = deviation > 1e-12 * Math.abs(means[i]) ? deviation : 1;
        }
        return new Standardisation(means, scales);
    }

    /** Standardises a row in place: missing becomes the mean, 0. */
    void apply(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Double.isNaN(row[i]) ? 0 : (row[i] - means[i]) / scales[i];
        }
    }
}
