package io.payscope.datasets.synthesize;

import java.util.Arrays;

/**
 * Points by place: finds the nearest one exactly (k-d tree, Friedman, Bentley and Finkel 1977). 4 bytes a coordinate and
 * 5 bytes a point. Thread-safe once made.
 */
final class NeighbourTree {

    private static final int LEAF = 8;

    private final int dimensions;
    private final float[] points;
    private final int[] order;
    private final byte[] splits;

    /** @param points coordinates, point by point; kept, not copied */
    NeighbourTree(float[] points, int dimensions) {
        this.dimensions = dimensions;
        this.points = points;
        this.order = new int[points.length / dimensions];
        this.splits = new byte[order.length];
        Arrays.setAll(order, i -> i);
        build(0, order.length);
    }

    private void build(int from, int to) {
        if (to - from <= LEAF) {
            return;
        }
        int split = widest(from, to);
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, split);
        splits[middle] = (byte) split;
        build(from, middle);
        build(middle + 1, to);
    }

    private int widest(int from, int to) {
        int widest = 0;
        float width = -1;
        for (int d = 0; d < dimensions; d++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, at(i, d));
                most = Math.max(most, at(i, d));
            }
            if (most - least > width) {
                width = most - least;
                widest = d;
            }
        }
        return widest;
    }

    private float at(int i, int dimension) {
        return points[order[i] * dimensions + dimension];
    }

    /** Puts the k-th smallest in its place, the smaller ones before it (Hoare 1961). */
    private void select(int from, int to, int k, int dimension) {
        int low = from;
        int high = to;
        while (low < high) {
            float pivot = at((low + high) >>> 1, dimension);
            int i = low;
            int j = high;
            while (i <= j) {
                while (at(i, dimension) < pivot) {
                    i++;
                }
                while (at(j, dimension) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /** Number of points. */
    int size() {
        return order.length;
    }

    /** Copies a point. */
    void copy(int point, float[] target) {
        System.arraycopy(points, point * dimensions, target, 0, dimensions);
    }

    /**
     * Distance to the nearest point.
     *
     * @param without a point that does not count, or -1
     * @param within where to stop looking: if no point is nearer than this, the answer is this
     */
    double nearest(float[] point, int without, double within) {
        double squared = nearest(0, order.length, point, without, within * within);
        return squared < within * within ? Math.sqrt(squared) : within;
    }

    private double nearest(int from, int to, float[] point, int without, double best) {
        double nearest = best;
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                nearest = Math.min(nearest, distance(order[i], point, without));
            }
            return nearest;
        }
        int middle = (from + to) >>> 1;
        int split = splits[middle];
        double offset = (double) point[split] - at(middle, split);
        nearest = Math.min(nearest, distance(order[middle], point, without));
        boolean below = offset < 0;
        nearest = below
                ? nearest(from, middle, point, without, nearest)
                : nearest(middle + 1, to, point, without, nearest);
        if (offset * offset < nearest) {
            nearest = below
                    ? nearest(middle + 1, to, point, without, nearest)
                    : nearest(from, middle, point, without, nearest);
        }
        return nearest;
    }

    private double distance(int other, float[] point, int without) {
        if (other == without) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        int start = other * dimensions;
        for (int d = 0; d < dimensions; d++) {
            double difference = (double) point[d] - points[start + d];
            sum += difference * difference;
        }
        return sum;
    }
}
