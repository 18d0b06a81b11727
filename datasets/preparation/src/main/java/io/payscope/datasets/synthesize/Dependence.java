package io.payscope.datasets.synthesize;

import java.util.Arrays;

/**
 * How values go together: the correlation of their normal scores, which is what a Gaussian copula is made of (Nelsen,
 * An Introduction to Copulas, 2006, section 2.3). Immutable.
 */
final class Dependence {

    /** Rows that the prior counts for. */
    private static final double PRIOR_ROWS = 50;

    /** Weight of the identity, which keeps the matrix positive definite. */
    private static final double RIDGE = 0.02;

    private final double[][] correlation;

    private Dependence(double[][] correlation) {
        this.correlation = correlation;
    }

    /** Values that do not depend on each other. */
    static Dependence none(int width) {
        double[][] identity = new double[width][width];
        for (int i = 0; i < width; i++) {
            identity[i][i] = 1;
        }
        return new Dependence(identity);
    }

    /** Measures rows; a column that does not vary depends on nothing. */
    static Dependence of(double[][] rows, int width) {
        double[][] scores = new double[width][];
        for (int column = 0; column < width; column++) {
            scores[column] = scores(rows, column);
        }
        Dependence found = none(width);
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                double product = Math.sqrt(dot(scores[i], scores[i]) * dot(scores[j], scores[j]));
                double value = product < 1e-9 ? 0 : dot(scores[i], scores[j]) / product;
                found.correlation[i][j] = value;
                found.correlation[j][i] = value;
            }
        }
        return found;
    }

    /** Normal scores of the middle ranks, less their mean. */
    private static double[] scores(double[][] rows, int column) {
        double[] sorted = new double[rows.length];
        Arrays.setAll(sorted, i -> rows[i][column]);
        Arrays.sort(sorted);
        double[] scores = new double[rows.length];
        double mean = 0;
        for (int i = 0; i < scores.length; i++) {
            double rank = (position(sorted, rows[i][column], false) + position(sorted, rows[i][column], true)) / 2.0;
            scores[i] = Normal.score(rank / rows.length);
            mean += scores[i] / scores.length;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= mean;
        }
        return scores;
    }

    /** How many of the sorted values lie below one, or at it too. */
    private static int position(double[] sorted, double value, boolean orAt) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || orAt && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Mixes in a prior that counts for fifty rows. */
    Dependence shrunkTo(Dependence prior, double rows) {
        double own = rows / (rows + PRIOR_ROWS);
        return mixed(prior, own);
    }

    private Dependence mixed(Dependence other, double own) {
        Dependence mixed = none(correlation.length);
        for (int i = 0; i < correlation.length; i++) {
            for (int j = 0; j < correlation.length; j++) {
                mixed.correlation[i][j] = own * correlation[i][j] + (1 - own) * other.correlation[i][j];
            }
        }
        return mixed;
    }

    double correlation(int i, int j) {
        return correlation[i][j];
    }

    /** Lower triangle that turns independent normal numbers into ones with this dependence (Cholesky). */
    double[][] factor() {
        int width = correlation.length;
        double[][] ridged = mixed(none(width), 1 - RIDGE).correlation;
        double[][] factor = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = ridged[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
        }
        return factor;
    }

    /** Mean and largest difference of the correlations. */
    double[] distance(Dependence other) {
        double sum = 0;
        double largest = 0;
        int pairs = 0;
        for (int i = 0; i < correlation.length; i++) {
            for (int j = 0; j < i; j++) {
                double difference = Math.abs(correlation[i][j] - other.correlation[i][j]);
                sum += difference;
                largest = Math.max(largest, difference);
                pairs++;
            }
        }
        return new double[] {sum / pairs, largest};
    }
}
