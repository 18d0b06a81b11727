package io.payscope.learning.forecast.additive;

/**
 * What is minimised: the negative logarithm of Prophet's posterior density (prophet.stan 1.3.0) of the parameters given
 * the history. The parameters are slope, offset, changes of slope, weights of seasons and events, in this order.
 */
final class Posterior {

    /** Standard deviation of the normal priors on slope and offset. */
    private static final double TREND_SCALE = 5;

    /** Index of the first change of slope. */
    static final int CHANGES = 2;

    private final AdditiveDesign design;
    private final double[] times;
    private final double[] values;
    private final double[][] effects;
    private final int trendSize;
    private final double[] precision;
    private final double[] penalty;
    private final double[] changepoints;

    Posterior(AdditiveDesign design, double[] days, double[] values, double changeScale) {
        this.design = design;
        this.trendSize = CHANGES + design.changepoints().size();
        this.changepoints =
                design.changepoints().stream().mapToDouble(Double::doubleValue).toArray();
        this.times = new double[days.length];
        this.values = new double[days.length];
        this.effects = new double[days.length][];
        for (int i = 0; i < days.length; i++) {
            times[i] = design.time(days[i]);
            this.values[i] = values[i] / design.scale();
            effects[i] = design.effects(days[i]);
        }
        double[] scales = design.effectScales();
        this.precision = new double[trendSize + scales.length];
        this.penalty = new double[precision.length];
        precision[0] = 1 / (TREND_SCALE * TREND_SCALE);
        precision[1] = precision[0];
        for (int i = CHANGES; i < precision.length; i++) {
            if (i < trendSize) {
                penalty[i] = 1 / changeScale;
            } else {
                precision[i] = 1 / (scales[i - trendSize] * scales[i - trendSize]);
            }
        }
    }

    /** @return number of observations */
    int rows() {
        return values.length;
    }

    /** @return first and last observation in units of the scale */
    double[] ends() {
        return new double[] {values[0], values[values.length - 1]};
    }

    AdditiveDesign design() {
        return design;
    }

    /** @return precision of the normal prior on each parameter, 0 where there is none */
    double[] precision() {
        return precision;
    }

    /** @return rate of the Laplace prior on each parameter, 0 where there is none */
    double[] penalty() {
        return penalty;
    }

    /** @return whether the expected value is linear in the parameters, so that one expansion holds everywhere */
    boolean linear() {
        return design.growth() != Growth.LOGISTIC && design.composition() == Composition.ADDITIVE;
    }

    /** @return sum of squared residuals */
    double squares(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            Bend bend = bend(parameters, i);
            sum += bend.residual * bend.residual;
        }
        return sum;
    }

    /** @return negative logarithm of the density, up to a constant */
    double value(double[] parameters, double variance) {
        double sum = rows() * StrictMath.log(variance) / 2 + squares(parameters) / (2 * variance) + 2 * variance;
        for (int i = 0; i < parameters.length; i++) {
            sum += precision[i] * parameters[i] * parameters[i] / 2 + penalty[i] * Math.abs(parameters[i]);
        }
        return sum;
    }

    /**
     * Expands half the sum of squared residuals about a point.
     *
     * @param parameters the point
     * @param second whether second derivatives of the expected value are taken in (Newton) or left out (Gauss-Newton)
     * @return curvature and descent
     */
    Expansion expand(double[] parameters, boolean second) {
        int size = parameters.length;
        double[][] curvature = new double[size][size];
        double[] descent = new double[size];
        double[] row = new double[size];
        for (int i = 0; i < values.length; i++) {
            Bend bend = bend(parameters, i);
            double pull = second ? bend.residual : 0;
            path(parameters, times[i], row);
            System.arraycopy(effects[i], 0, row, trendSize, effects[i].length);
            double trends = bend.byPath * bend.byPath - pull * bend.byPathTwice;
            double mixed = bend.byPath * bend.byEffect - pull * bend.byBoth;
            double seasons = bend.byEffect * bend.byEffect;
            for (int j = 0; j < size; j++) {
                if (row[j] == 0) {
                    continue;
                }
                boolean trend = j < trendSize;
                descent[j] += bend.residual * row[j] * (trend ? bend.byPath : bend.byEffect);
                double here = row[j] * (trend ? trends : seasons);
                double across = row[j] * mixed;
                double[] target = curvature[j];
                int border = Math.min(j + 1, trendSize);
                for (int k = 0; k < border; k++) {
                    target[k] += (trend ? here : across) * row[k];
                }
                for (int k = trendSize; k <= j; k++) {
                    target[k] += here * row[k];
                }
            }
            if (design.growth() == Growth.LOGISTIC) {
                curvature[1][0] += pull * bend.byPath;
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                curvature[k][j] = curvature[j][k];
            }
        }
        return new Expansion(curvature, descent);
    }

    /** Writes the derivatives of the trend's path by its parameters. */
    private void path(double[] parameters, double time, double[] row) {
        switch (design.growth()) {
            case LINEAR -> {
                row[0] = time;
                row[1] = 1;
            }
            case LOGISTIC -> {
                row[0] = time - parameters[1];
                row[1] = -parameters[0];
            }
            case FLAT -> {
                row[0] = 0;
                row[1] = 1;
            }
        }
        for (int j = CHANGES; j < trendSize; j++) {
            row[j] = Math.max(0, time - changepoints[j - CHANGES]);
        }
    }

    private Bend bend(double[] parameters, int i) {
        double time = times[i];
        double path =
                switch (design.growth()) {
                    case LINEAR -> parameters[0] * time + parameters[1];
                    case LOGISTIC -> parameters[0] * (time - parameters[1]);
                    case FLAT -> parameters[1];
                };
        for (int j = CHANGES; j < trendSize; j++) {
            path += parameters[j] * Math.max(0, time - changepoints[j - CHANGES]);
        }
        double effect = 0;
        for (int j = 0; j < effects[i].length; j++) {
            effect += parameters[trendSize + j] * effects[i][j];
        }
        double trend = path;
        double slope = 1;
        double bent = 0;
        if (design.growth() == Growth.LOGISTIC) {
            double share = 1 / (1 + StrictMath.exp(-path));
            trend = design.capacity() * share;
            slope = trend * (1 - share);
            bent = slope * (1 - 2 * share);
        }
        boolean times = design.composition() == Composition.MULTIPLICATIVE;
        double expected = times ? trend * (1 + effect) : trend + effect;
        double factor = times ? 1 + effect : 1;
        return new Bend(values[i] - expected, slope * factor, bent * factor, times ? trend : 1, times ? slope : 0);
    }

    /**
     * An expected value and its derivatives by the trend's path and by the effect.
     *
     * @param residual observed minus expected
     */
    private record Bend(double residual, double byPath, double byPathTwice, double byEffect, double byBoth) {}

    /**
     * Second-order expansion of half the sum of squared residuals.
     *
     * @param curvature matrix of second derivatives
     * @param descent negative gradient
     */
    @SuppressWarnings("ArrayRecordComponent") // Lives within one step of the optimiser; never compared.
    record Expansion(double[][] curvature, double[] descent) {}
}
