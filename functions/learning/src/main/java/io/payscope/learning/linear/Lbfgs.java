package io.payscope.learning.linear;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by the limited-memory BFGS method (Nocedal and Wright, Numerical Optimization,
 * algorithm 7.4) with a backtracking line search. Deterministic.
 */
final class Lbfgs {

    private static final int MEMORY = 10;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-12;

    private final int maximumIterations;
    private final double tolerance;

    /**
     * @param maximumIterations after which the best point so far is returned
     * @param tolerance gradient norm, relative to that at the start (at least 1), at which it is done
     */
    Lbfgs(int maximumIterations, double tolerance) {
        this.maximumIterations = maximumIterations;
        this.tolerance = tolerance;
    }

    /** Value and gradient of a function. */
    @FunctionalInterface
    interface Function {
        /** @return the value at the point; the gradient is written to the second array */
        double at(double[] point, double[] gradient);
    }

    /** @return where the function is smallest, as far as found */
    double[] minimise(Function function, double[] start) {
        Deque<Step> steps = new ArrayDeque<>();
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = function.at(point, gradient);
        double goal = tolerance * Math.max(1, Math.sqrt(dot(gradient, gradient)));

        for (int i = 0; i < maximumIterations && Math.sqrt(dot(gradient, gradient)) > goal; i++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(direction, gradient);
            double length = steps.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
            double[] nextGradient = new double[point.length];
            double[] nextPoint = moved(point, direction, length);
            double next = function.at(nextPoint, nextGradient);
            while (!(next <= value + SUFFICIENT_DECREASE * length * slope)) {
                length /= 2;
                if (length < SMALLEST_STEP) {
                    return point;
                }
                nextPoint = moved(point, direction, length);
                next = function.at(nextPoint, nextGradient);
            }
            remember(steps, new Step(minus(nextPoint, point), minus(nextGradient, gradient)));
            point = nextPoint;
            gradient = nextGradient;
            value = next;
        }
        return point;
    }

    private static void remember(Deque<Step> steps, Step step) {
        if (dot(step.move, step.turn) > 0) {
            steps.addLast(step);
            if (steps.size() > MEMORY) {
                steps.removeFirst();
            }
        }
    }

    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = gradient.clone();
        double[] shares = new double[steps.size()];
        int i = shares.length;
        for (Iterator<Step> newestFirst = steps.descendingIterator(); newestFirst.hasNext(); ) {
            Step step = newestFirst.next();
            shares[--i] = dot(step.move, direction) / dot(step.move, step.turn);
            add(direction, -shares[i], step.turn);
        }
        if (!steps.isEmpty()) {
            Step newest = steps.getLast();
            scale(direction, dot(newest.move, newest.turn) / dot(newest.turn, newest.turn));
        }
        for (Step step : steps) {
            double share = dot(step.turn, direction) / dot(step.move, step.turn);
            add(direction, shares[i++] - share, step.move);
        }
        scale(direction, -1);
        return direction;
    }

    private static double[] moved(double[] point, double[] direction, double length) {
        double[] moved = point.clone();
        add(moved, length, direction);
        return moved;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] target, double factor, double[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * other[i];
        }
    }

    private static void scale(double[] target, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** One move and how it turned the gradient. */
    @SuppressWarnings("ArrayRecordComponent") // Lives within one minimisation; never compared.
    private record Step(double[] move, double[] turn) {}
}
