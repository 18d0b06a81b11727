package io.payscope.learning.forecast.model;

import io.payscope.learning.forecast.series.Series;
import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Chooses the weights of exponential smoothing that leave the smallest squared errors one step ahead. */
final class SmoothingFit {

    private static final int MAXIMUM_EVALUATIONS = 2000;

    /** Weights of level, trend and season, and damping: where the search begins. */
    private static final double[] START = {0.3, 0.05, 0.1, 0.9};

    private static final double LEAST_DAMPING = 0.8;
    private static final double MOST_DAMPING = 0.98;

    private final double[] values;
    private final int seasonLength;
    private final double[] firstSeason;
    private final double firstLevel;

    private SmoothingFit(double[] values, int seasonLength) {
        this.values = values;
        this.seasonLength = seasonLength;
        int seasons = Math.min(4, values.length / seasonLength);
        this.firstLevel =
                Arrays.stream(values, 0, seasons * seasonLength).average().orElse(0);
        this.firstSeason = new double[seasonLength];
        for (int i = 0; seasonLength > 1 && i < seasons * seasonLength; i++) {
            firstSeason[i % seasonLength] += (values[i] - firstLevel) / seasons;
        }
    }

    /**
     * Fits.
     *
     * @param history without gaps, not empty
     * @param seasonLength steps of a season; none is fitted to a history of less than two
     */
    static Smoothing of(Series history, int seasonLength) {
        double[] values = history.values();
        SmoothingFit fit = new SmoothingFit(values, values.length < 2 * seasonLength ? 1 : seasonLength);
        double[] start = new double[START.length];
        Arrays.setAll(start, i -> StrictMath.log(START[i] / (1 - START[i])));
        double[] found = new SimplexOptimizer(new SimpleValueChecker(1e-6, 1e-12, MAXIMUM_EVALUATIONS / 4))
                .optimize(
                        new MaxEval(MAXIMUM_EVALUATIONS),
                        new ObjectiveFunction(point -> fit.run(shares(point)).squares),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(START.length))
                .getPoint();
        return fit.run(shares(found)).model();
    }

    private static double[] shares(double[] point) {
        double[] shares = new double[point.length];
        Arrays.setAll(shares, i -> 1 / (1 + StrictMath.exp(-point[i])));
        return shares;
    }

    private State run(double[] shares) {
        double ofLevel = shares[0];
        double ofTrend = shares[1] * ofLevel;
        double ofSeason = seasonLength > 1 ? shares[2] * (1 - ofLevel) : 0;
        double damping = LEAST_DAMPING + (MOST_DAMPING - LEAST_DAMPING) * shares[3];
        double[] season = firstSeason.clone();
        double level = firstLevel;
        double trend = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            int phase = i % seasonLength;
            double error = values[i] - level - damping * trend - season[phase];
            squares += error * error;
            level += damping * trend + ofLevel * error;
            trend = damping * trend + ofTrend * error;
            season[phase] += ofSeason * error;
        }
        return new State(level, trend, damping, season, values.length % seasonLength, squares);
    }

    /** Where smoothing stands after the history. */
    @SuppressWarnings("ArrayRecordComponent") // Lives within one fit; never compared.
    private record State(double level, double trend, double damping, double[] season, int phase, double squares) {

        Smoothing model() {
            Double[] next = new Double[season.length];
            Arrays.setAll(next, i -> season[(phase + i) % season.length]);
            return new Smoothing(level, trend, damping, Arrays.asList(next));
        }
    }
}
