package io.payscope.learning.linear;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import java.util.Arrays;
import java.util.List;

/** Fits a logistic regression with an L2 penalty on its weights, not on its intercept. */
public final class LogisticTrainer {

    private static final int MAXIMUM_ITERATIONS = 200;

    /** Gradient norm at which the fit is taken for converged, relative to that of the first step. */
    private static final double TOLERANCE = 1e-6;

    private final double penalty;

    /** @param penalty on half the sum of squared weights, against a summed log-likelihood; 1 is a common choice */
    public LogisticTrainer(double penalty) {
        this.penalty = penalty;
    }

    /**
     * Fits the rows before {@code to}, at about 4 passes over them a correct decimal.
     *
     * @param rows in any order, both classes among them
     * @param to row after the last to learn from
     */
    public LogisticModel fit(LabelledRows rows, int to) {
        return fit(rows, new RowRange(0, to));
    }

    /**
     * Fits a range of rows.
     *
     * @param rows in any order
     * @param range to learn from, both classes among them
     */
    public LogisticModel fit(LabelledRows rows, RowRange range) {
        Standardisation standard = Standardisation.of(rows.features(), range);
        int width = rows.features().width();
        int frauds = rows.frauds(range.from(), range.to());
        double[] start = new double[width + 1];
        start[width] = Math.log(frauds / (double) (range.size() - frauds));
        double[] fitted = new Lbfgs(MAXIMUM_ITERATIONS, TOLERANCE)
                .minimise((weights, gradient) -> loss(rows, range, standard, weights, gradient), start);
        return new LogisticModel(
                boxed(standard.means()), boxed(standard.scales()), boxed(Arrays.copyOf(fitted, width)), fitted[width]);
    }

    private double loss(
            LabelledRows rows, RowRange range, Standardisation standard, double[] weights, double[] gradient) {
        int width = weights.length - 1;
        double[] row = new double[width];
        double loss = 0;
        Arrays.fill(gradient, 0);
        for (int r = range.from(); r < range.to(); r++) {
            rows.features().copy(r, row);
            standard.apply(row);
            double margin = weights[width];
            for (int i = 0; i < width; i++) {
                margin += weights[i] * row[i];
            }
            double miss = 1 / (1 + Math.exp(-margin)) - (rows.fraud(r) ? 1 : 0);
            loss += softplus(rows.fraud(r) ? -margin : margin);
            for (int i = 0; i < width; i++) {
                gradient[i] += miss * row[i];
            }
            gradient[width] += miss;
        }
        for (int i = 0; i < width; i++) {
            loss += penalty / 2 * weights[i] * weights[i];
            gradient[i] += penalty * weights[i];
        }
        return loss;
    }

    /** ln(1 + e^x) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
