package io.payscope.learning.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * What the additive model leaves, forecast from its own past: a linear autoregression. A trend fitted to years reacts
 * late to what changed last week; its last residuals know.
 *
 * @param lags steps back
 * @param weights one a lag
 * @param last the last residuals of the history, oldest first, as many as the longest lag
 */
public record ResidualLags(List<Integer> lags, List<Double> weights, List<Double> last) {

    /** Ridge in units of the residuals' variance times their number: holds the weights of a short history. */
    private static final double RIDGE = 0.02;

    private static final int SHORT_LAGS = 3;

    public ResidualLags {
        lags = List.copyOf(lags);
        weights = List.copyOf(weights);
        last = List.copyOf(last);
    }

    /**
     * Fits by least squares with a ridge.
     *
     * @param residuals of the history; a missing one counts as 0
     * @param seasonLength steps of a season, which is one of the lags
     */
    static ResidualLags fit(double[] residuals, int seasonLength) {
        double[] known = residuals.clone();
        Arrays.setAll(known, i -> Double.isFinite(known[i]) ? known[i] : 0);
        List<Integer> lags = lags(known.length, seasonLength);
        int count = lags.size();
        double[][] gram = new double[count][count];
        double[] moments = new double[count];
        int longest = lags.isEmpty() ? 0 : lags.getLast();
        for (int t = longest; t < known.length; t++) {
            for (int i = 0; i < count; i++) {
                double value = known[t - lags.get(i)];
                moments[i] += value * known[t];
                for (int j = 0; j < count; j++) {
                    gram[i][j] += value * known[t - lags.get(j)];
                }
            }
        }
        double power = Arrays.stream(known).map(value -> value * value).sum();
        if (count == 0 || power == 0) {
            return new ResidualLags(List.of(), List.of(), List.of());
        }
        for (int i = 0; i < count; i++) {
            gram[i][i] += RIDGE * power;
        }
        double[] weights = new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 1e-9, 0)
                .getSolver()
                .solve(new ArrayRealVector(moments, false))
                .toArray();
        return new ResidualLags(
                lags,
                Arrays.stream(weights).boxed().toList(),
                Arrays.stream(known, known.length - longest, known.length)
                        .boxed()
                        .toList());
    }

    private static List<Integer> lags(int length, int seasonLength) {
        List<Integer> lags = new ArrayList<>();
        for (int lag = 1; lag <= Math.max(SHORT_LAGS, Math.min(seasonLength, 7)); lag++) {
            lags.add(lag);
        }
        for (int seasons = 1; seasons <= 3; seasons++) {
            if (seasons * seasonLength > lags.getLast()) {
                lags.add(seasons * seasonLength);
            }
        }
        lags.removeIf(lag -> 4 * lag > length);
        return lags;
    }

    /** @return the residual to expect at each step after the history */
    double[] forecast(int horizon) {
        double[] path = new double[last.size() + horizon];
        for (int i = 0; i < last.size(); i++) {
            path[i] = last.get(i);
        }
        for (int i = last.size(); i < path.length; i++) {
            for (int j = 0; j < lags.size(); j++) {
                path[i] += weights.get(j) * path[i - lags.get(j)];
            }
        }
        return Arrays.copyOfRange(path, last.size(), path.length);
    }
}
