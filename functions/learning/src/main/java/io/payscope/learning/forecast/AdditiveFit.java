package io.payscope.learning.forecast;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Fits the additive model: the posterior mode with normal priors, which is ridge regression. The noise, on which the
 * strength of the ridge depends, is estimated from the residuals and the fit repeated. Changes of slope have a normal
 * prior here where Prophet has a Laplace prior.
 */
final class AdditiveFit {

    private static final double TREND_DEVIATION = 5;
    private static final double CHANGE_DEVIATION = 0.05;
    private static final double SEASON_DEVIATION = 10;
    private static final double FIRST_NOISE = 0.1;

    /** Noise is taken for at least this, so that a perfectly regular series keeps a solvable system. */
    private static final double LEAST_NOISE = 1e-4;

    private static final int PASSES = 4;

    private AdditiveFit() {}

    /** @return the fitted model; a series of zeros gives zeros */
    static FittedSeries.Additive of(Series series) {
        AdditiveBasis basis = AdditiveBasis.of(series.start(), series.grain(), series.length());
        double scale = Arrays.stream(series.values()).map(Math::abs).max().orElse(0);
        if (scale == 0) {
            return new FittedSeries.Additive(basis, boxed(new double[basis.width()]), 0);
        }
        RealMatrix columns = new Array2DRowRealMatrix(series.length(), basis.width());
        RealVector target = new ArrayRealVector(series.length());
        double[] row = new double[basis.width()];
        for (int i = 0; i < series.length(); i++) {
            basis.fill(i, row);
            columns.setRow(i, row);
            target.setEntry(i, series.values()[i] / scale);
        }
        RealMatrix gram = columns.transposeMultiply(columns);
        RealVector moments = columns.preMultiply(target);
        double noise = FIRST_NOISE;
        RealVector weights = moments;
        for (int pass = 0; pass < PASSES; pass++) {
            weights = solve(gram, moments, basis, noise);
            RealVector residuals = columns.operate(weights).subtract(target);
            noise = Math.max(LEAST_NOISE, residuals.getNorm() / Math.sqrt(series.length()));
        }
        return new FittedSeries.Additive(basis, boxed(weights.toArray()), scale);
    }

    private static RealVector solve(RealMatrix gram, RealVector moments, AdditiveBasis basis, double noise) {
        RealMatrix system = gram.copy();
        int changes = basis.changepoints().size();
        for (int i = 0; i < basis.width(); i++) {
            double deviation = i < 2 ? TREND_DEVIATION : i < 2 + changes ? CHANGE_DEVIATION : SEASON_DEVIATION;
            system.addToEntry(i, i, noise * noise / (deviation * deviation));
        }
        return new CholeskyDecomposition(system, 1e-9, 0).getSolver().solve(moments);
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
