package io.payscope.learning.forecast.model;

import java.util.List;

/**
 * Exponential smoothing with additive errors, a damped additive trend and an additive season: ETS(A,Ad,A) of Hyndman,
 * Koehler, Ord and Snyder (2008).
 *
 * @param level after the history
 * @param trend by step, after the history
 * @param damping share of the trend that is left from step to step
 * @param season the last season's deviations, oldest first; a single 0 where there is no season
 */
public record Smoothing(double level, double trend, double damping, List<Double> season) {

    public Smoothing {
        season = List.copyOf(season);
    }

    /** @return one value a step after the history */
    public double[] forecast(int horizon) {
        double[] forecast = new double[horizon];
        double drift = 0;
        double share = 1;
        for (int i = 0; i < horizon; i++) {
            share *= damping;
            drift += share * trend;
            forecast[i] = level + drift + season.get(i % season.size());
        }
        return forecast;
    }
}
