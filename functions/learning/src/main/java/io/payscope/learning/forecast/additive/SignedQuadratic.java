package io.payscope.learning.forecast.additive;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * The convex problem inside every step of the fit: minimise x'Ax/2 - b'x + sum of penalty_j |x_j|. It is solved exactly
 * by feature-sign search (Lee, Battle, Raina and Ng 2006): guess which penalised variables are not 0 and with which
 * sign, solve the linear system that follows, walk towards its solution up to where a sign would turn, and let in the
 * variable that wants in most. Each round lowers the objective, so no guess comes twice and the search ends.
 */
final class SignedQuadratic {

    private static final int MAXIMUM_ROUNDS = 1000;

    /** Share of its penalty by which a variable at 0 has to pull before it is let in. */
    private static final double TOLERANCE = 1e-7;

    private final double[][] a;
    private final double[] b;
    private final double[] penalty;

    /**
     * @param a symmetric
     * @param b of the same length
     * @param penalty 0 for variables without one
     */
    SignedQuadratic(double[][] a, double[] b, double[] penalty) {
        this.a = a;
        this.b = b;
        this.penalty = penalty;
    }

    /**
     * Solves.
     *
     * @param start where to begin; the nearer the solution the faster
     * @return the minimum, or null if the matrix is not positive definite or the rounds are spent
     */
    double @Nullable [] solve(double[] start) {
        int size = b.length;
        double[] x = start.clone();
        int[] sign = new int[size];
        boolean[] free = new boolean[size];
        for (int i = 0; i < size; i++) {
            free[i] = penalty[i] == 0 || x[i] != 0;
            sign[i] = penalty[i] == 0 ? 0 : (int) Math.signum(x[i]);
        }
        for (int round = 0; round < MAXIMUM_ROUNDS; round++) {
            double[] target = solveFree(free, sign);
            if (target == null) {
                return null;
            }
            double reach = 1;
            int turned = -1;
            for (int i = 0; i < size; i++) {
                if (free[i] && sign[i] != 0 && target[i] * sign[i] < 0) {
                    double crossing = x[i] / (x[i] - target[i]);
                    if (crossing < reach) {
                        reach = crossing;
                        turned = i;
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                x[i] += reach * (target[i] - x[i]);
            }
            if (turned >= 0) {
                x[turned] = 0;
                free[turned] = false;
                sign[turned] = 0;
            } else if (!letIn(x, free, sign)) {
                return x;
            }
        }
        return null;
    }

    /** Frees the variable at 0 that pulls most beyond its penalty. */
    private boolean letIn(double[] x, boolean[] free, int[] sign) {
        int strongest = -1;
        double most = TOLERANCE;
        for (int i = 0; i < x.length; i++) {
            if (!free[i]) {
                double pull = (Math.abs(gradient(x, i)) - penalty[i]) / penalty[i];
                if (pull > most) {
                    most = pull;
                    strongest = i;
                }
            }
        }
        if (strongest < 0) {
            return false;
        }
        free[strongest] = true;
        sign[strongest] = gradient(x, strongest) > 0 ? -1 : 1;
        return true;
    }

    private double gradient(double[] x, int i) {
        double sum = -b[i];
        for (int j = 0; j < x.length; j++) {
            sum += a[i][j] * x[j];
        }
        return sum;
    }

    private double @Nullable [] solveFree(boolean[] free, int[] sign) {
        int count = 0;
        int[] indices = new int[b.length];
        for (int i = 0; i < b.length; i++) {
            if (free[i]) {
                indices[count++] = i;
            }
        }
        double[][] system = new double[count][count];
        double[] right = new double[count];
        for (int i = 0; i < count; i++) {
            right[i] = b[indices[i]] - sign[indices[i]] * penalty[indices[i]];
            for (int j = 0; j < count; j++) {
                system[i][j] = a[indices[i]][indices[j]];
            }
        }
        double[] solution;
        try {
            solution = new CholeskyDecomposition(new Array2DRowRealMatrix(system, false), 1e-9, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(right, false))
                    .toArray();
        } catch (MathIllegalArgumentException notPositiveDefinite) {
            return null;
        }
        double[] x = new double[b.length];
        for (int i = 0; i < count; i++) {
            x[indices[i]] = solution[i];
        }
        return x;
    }
}
