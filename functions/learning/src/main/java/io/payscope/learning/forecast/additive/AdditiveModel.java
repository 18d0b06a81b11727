package io.payscope.learning.forecast.additive;

import java.util.List;

/**
 * A fitted additive model: all that its forecasts need, so that a reloaded one forecasts the same bits.
 *
 * @param design its columns and scales
 * @param slope of the trend before the first change, on the scaled time
 * @param offset of the trend at the start; for logistic growth the scaled time of the turning point
 * @param changes of the slope, one a changepoint
 * @param weights of seasons and events
 * @param noise standard deviation of the residuals in units of the scale, as the posterior mode has it
 * @param converged whether the conditions of the optimum hold
 * @param iterations of the optimiser
 */
public record AdditiveModel(
        AdditiveDesign design,
        double slope,
        double offset,
        List<Double> changes,
        List<Double> weights,
        double noise,
        boolean converged,
        int iterations) {

    public AdditiveModel {
        changes = List.copyOf(changes);
        weights = List.copyOf(weights);
    }

    /**
     * Forecasts.
     *
     * @param days since 1970-01-01, past or future
     * @return the expected value of each, in units of the series; may be below 0
     */
    public double[] forecast(double[] days) {
        double[] forecast = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            double path = path(design.time(days[i]));
            forecast[i] = value(path, effect(days[i]));
        }
        return forecast;
    }

    /** @return the straight-line path of the trend at a scaled time, before growth bends it */
    double path(double time) {
        double path = design.growth() == Growth.LOGISTIC ? slope * (time - offset) : slope * time + offset;
        for (int j = 0; j < changes.size(); j++) {
            path += changes.get(j) * Math.max(0, time - design.changepoints().get(j));
        }
        return path;
    }

    /** @return sum of seasons and events on a day */
    double effect(double day) {
        double[] row = design.effects(day);
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights.get(i) * row[i];
        }
        return sum;
    }

    /** @return trend and effect put together, in units of the series */
    double value(double path, double effect) {
        double trend = design.growth() == Growth.LOGISTIC ? design.capacity() / (1 + StrictMath.exp(-path)) : path;
        return design.scale()
                * (design.composition() == Composition.MULTIPLICATIVE ? trend * (1 + effect) : trend + effect);
    }
}
