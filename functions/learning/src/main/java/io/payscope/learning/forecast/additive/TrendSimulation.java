package io.payscope.learning.forecast.additive;

import java.util.Arrays;
import java.util.Random;

/**
 * Intervals by simulating the future trend, as Prophet does: changes of slope come as often as there were possible ones
 * in the history, their sizes are Laplace with the mean size of the fitted ones, and normal noise is added. The
 * uncertainty of the seasons is left out, as it is in Prophet's default.
 */
public final class TrendSimulation {

    private final AdditiveModel model;
    private final int draws;
    private final long seed;

    /**
     * @param model fitted
     * @param draws simulated futures; Prophet takes 1,000
     * @param seed of all draws
     */
    public TrendSimulation(AdditiveModel model, int draws, long seed) {
        this.model = model;
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * Quantiles of the simulated values.
     *
     * @param days since 1970-01-01 in time order
     * @param probabilities such as 0.1 and 0.9
     * @return for each probability one value a day, in units of the series
     */
    public double[][] quantiles(double[] days, double... probabilities) {
        int length = days.length;
        double[][] values = new double[length][draws];
        double[] paths = new double[length];
        double[] times = new double[length];
        double[] effects = new double[length];
        for (int i = 0; i < length; i++) {
            times[i] = model.design().time(days[i]);
            paths[i] = model.path(times[i]);
            effects[i] = model.effect(days[i]);
        }
        double end = times[length - 1];
        double size = model.changes().stream().mapToDouble(Math::abs).average().orElse(0) + 1e-8;
        double expected = model.changes().size() * Math.max(0, end - 1);
        Random random = new Random(seed);
        for (int draw = 0; draw < draws; draw++) {
            double[] positions = new double[poisson(expected, random)];
            Arrays.setAll(positions, _ -> 1 + random.nextDouble() * (end - 1));
            Arrays.sort(positions);
            double change = 0;
            double anchor = 0;
            int next = 0;
            for (int i = 0; i < length; i++) {
                while (next < positions.length && positions[next] <= times[i]) {
                    double laplace = size * exponential(random) * (random.nextBoolean() ? 1 : -1);
                    change += laplace;
                    anchor += laplace * positions[next];
                    next++;
                }
                double path = paths[i] + change * times[i] - anchor;
                values[i][draw] =
                        model.value(path, effects[i]) + model.design().scale() * model.noise() * random.nextGaussian();
            }
        }
        double[][] quantiles = new double[probabilities.length][length];
        for (int i = 0; i < length; i++) {
            Arrays.sort(values[i]);
            for (int p = 0; p < probabilities.length; p++) {
                quantiles[p][i] = quantile(values[i], probabilities[p]);
            }
        }
        return quantiles;
    }

    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }

    private static double exponential(Random random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** Counts how many waiting times of mean 1 fit into the expected number. */
    private static int poisson(double expected, Random random) {
        int count = 0;
        for (double waited = exponential(random); waited < expected; waited += exponential(random)) {
            count++;
        }
        return count;
    }
}
