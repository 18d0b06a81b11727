package io.payscope.learning.forecast.additive;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fits the additive model to its posterior mode. Parameters and noise are improved in turn: the parameters by a Newton
 * or Gauss-Newton step whose inner problem, Laplace priors included, is solved exactly ({@link SignedQuadratic}), the
 * noise in closed form. Where the expected value is linear in the parameters a step is the exact minimum; elsewhere it
 * is damped until it descends.
 *
 * <p>The end is checked, not assumed: at the mode no parameter has a slope beyond what its Laplace prior holds. If the
 * check fails after the Gauss-Newton steps, Newton's steps go on from there, and then from another start; the better
 * end is taken, and {@link AdditiveModel#converged} says whether it passes.
 */
public final class AdditiveFit {

    private static final int MAXIMUM_STEPS = 400;

    /** Largest slope of the objective, in nats by unit of a parameter, that passes as none. */
    private static final double TOLERANCE = 1e-4;

    /** Least variance in scaled units: a perfectly regular series would drive it to 0 and the density to infinity. */
    private static final double LEAST_VARIANCE = 1e-8;

    private static final double MOST_DAMPING = 1e12;

    private final Posterior posterior;

    private AdditiveFit(Posterior posterior) {
        this.posterior = posterior;
    }

    /**
     * Fits.
     *
     * @param days of the observations since 1970-01-01, ascending
     * @param values one a day; NaN for a missing one, which is left out
     * @param options what to fit
     * @return the model; {@link AdditiveModel#converged} is false where no attempt met the conditions of the optimum
     */
    public static AdditiveModel of(double[] days, double[] values, AdditiveOptions options) {
        double[] knownDays = new double[days.length];
        double[] knownValues = new double[days.length];
        int known = 0;
        for (int i = 0; i < days.length; i++) {
            if (Double.isFinite(values[i])) {
                knownDays[known] = days[i];
                knownValues[known++] = values[i];
            }
        }
        if (known == 0) {
            throw new IllegalArgumentException("a fit needs at least one observation");
        }
        double[] fitDays = Arrays.copyOf(knownDays, known);
        double[] fitValues = Arrays.copyOf(knownValues, known);
        AdditiveDesign design = AdditiveDesign.of(fitDays, fitValues, options);
        Posterior posterior = new Posterior(design, fitDays, fitValues, options.changepointPriorScale());
        return new AdditiveFit(posterior).model();
    }

    private AdditiveModel model() {
        Attempt attempt = descend(start(), false, 0);
        if (!attempt.converged) {
            attempt = better(attempt, descend(attempt.parameters, true, attempt.steps));
        }
        if (!attempt.converged) {
            Attempt restarted = descend(flatStart(), false, attempt.steps);
            attempt = better(attempt, descend(restarted.parameters, true, restarted.steps));
        }
        int changes = posterior.design().changepoints().size();
        double[] parameters = attempt.parameters;
        return new AdditiveModel(
                posterior.design(),
                parameters[0],
                parameters[1],
                boxed(parameters, Posterior.CHANGES, Posterior.CHANGES + changes),
                boxed(parameters, Posterior.CHANGES + changes, parameters.length),
                Math.sqrt(attempt.variance),
                attempt.converged,
                attempt.steps);
    }

    private static Attempt better(Attempt one, Attempt other) {
        return other.converged || other.value < one.value ? other : one;
    }

    private Attempt descend(double[] start, boolean newton, int stepsBefore) {
        double[] parameters = start;
        double[] penalty = posterior.penalty();
        double variance = variance(parameters);
        double damping = posterior.linear() ? 0 : 1e-3;
        Posterior.Expansion expansion = posterior.expand(parameters, newton);
        int step = 0;
        boolean converged = false;
        while (!converged && step < MAXIMUM_STEPS && damping < MOST_DAMPING) {
            step++;
            double[] next = step(parameters, expansion, variance, damping, penalty);
            if (next == null
                    || !posterior.linear()
                            && posterior.value(next, variance) > posterior.value(parameters, variance) + 1e-9) {
                damping = Math.max(1e-6, damping * 10);
                continue;
            }
            damping /= 5;
            expansion = expansionAt(next, parameters, expansion, newton);
            parameters = next;
            variance = variance(parameters);
            converged = slope(parameters, expansion.descent(), variance) < TOLERANCE;
        }
        return new Attempt(parameters, variance, posterior.value(parameters, variance), converged, stepsBefore + step);
    }

    /** Where the expected value is linear the curvature stays, and the descent follows from it. */
    private Posterior.Expansion expansionAt(
            double[] next, double[] before, Posterior.Expansion expansion, boolean newton) {
        if (!posterior.linear()) {
            return posterior.expand(next, newton);
        }
        double[] descent = expansion.descent().clone();
        for (int i = 0; i < descent.length; i++) {
            double[] row = expansion.curvature()[i];
            for (int j = 0; j < descent.length; j++) {
                descent[i] -= row[j] * (next[j] - before[j]);
            }
        }
        return new Posterior.Expansion(expansion.curvature(), descent);
    }

    private double @Nullable [] step(
            double[] from, Posterior.Expansion expansion, double variance, double damping, double[] penalty) {
        int size = from.length;
        double[][] a = new double[size][size];
        double[] b = new double[size];
        for (int i = 0; i < size; i++) {
            b[i] = expansion.descent()[i] / variance;
            for (int j = 0; j < size; j++) {
                a[i][j] = expansion.curvature()[i][j] / variance;
                b[i] += a[i][j] * from[j];
            }
            double held = damping * (1 + Math.abs(a[i][i]));
            a[i][i] += posterior.precision()[i] + held;
            b[i] += held * from[i];
        }
        return new SignedQuadratic(a, b, penalty).solve(from);
    }

    /** The most probable variance given the parameters: the root of n/v - squares/v^2 + 4 = 0, as 4v^2 + nv = squares. */
    private double variance(double[] parameters) {
        double squares = posterior.squares(parameters);
        double rows = posterior.rows();
        return Math.max(LEAST_VARIANCE, 2 * squares / (rows + Math.sqrt(rows * rows + 16 * squares)));
    }

    /** @return the largest slope of the objective, less what a Laplace prior holds at 0 */
    private double slope(double[] parameters, double[] descent, double variance) {
        double largest = 0;
        for (int i = 0; i < parameters.length; i++) {
            double slope = posterior.precision()[i] * parameters[i] - descent[i] / variance;
            double penalty = posterior.penalty()[i];
            double left = parameters[i] == 0
                    ? Math.max(0, Math.abs(slope) - penalty)
                    : Math.abs(slope + penalty * Math.signum(parameters[i]));
            largest = Math.max(largest, left);
        }
        return largest;
    }

    /** A trend from the first to the last observation, as Prophet starts. */
    private double[] start() {
        double[] start = new double[posterior.precision().length];
        double first = posterior.ends()[0];
        double last = posterior.ends()[1];
        switch (posterior.design().growth()) {
            case LINEAR -> {
                start[0] = last - first;
                start[1] = first;
            }
            case FLAT -> start[1] = (first + last) / 2;
            case LOGISTIC -> {
                double from = logit(first);
                double to = logit(last);
                start[0] = Math.abs(to - from) < 1e-2 ? 1e-2 : to - from;
                start[1] = -from / start[0];
            }
        }
        return start;
    }

    private double logit(double value) {
        double share = Math.clamp(value / posterior.design().capacity(), 0.01, 0.99);
        return StrictMath.log(share / (1 - share));
    }

    private double[] flatStart() {
        double[] start = new double[posterior.precision().length];
        boolean logistic = posterior.design().growth() == Growth.LOGISTIC;
        start[0] = logistic ? 1 : 0;
        start[1] = logistic ? 0.5 : (posterior.ends()[0] + posterior.ends()[1]) / 2;
        return start;
    }

    private static List<Double> boxed(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).boxed().toList();
    }

    /** Where a descent ended. */
    @SuppressWarnings("ArrayRecordComponent") // Lives within one fit; never compared.
    private record Attempt(double[] parameters, double variance, double value, boolean converged, int steps) {}
}
