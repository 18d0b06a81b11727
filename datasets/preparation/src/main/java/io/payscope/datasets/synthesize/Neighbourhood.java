package io.payscope.datasets.synthesize;

import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.SynthesisSpec;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A source's rows as points: log amount, time of day on a circle, channel, and the four numbers that tell how unusual a
 * row is, in spreads of the source. The weekday is left out: it would only move points apart. At most {@value #LARGEST}
 * rows drawn by the seed, 37 bytes each. Not thread-safe.
 */
final class Neighbourhood {

    private static final int LARGEST = 150_000;
    private static final int DIMENSIONS = 8;
    private static final int PROBES = 1_000;
    private static final double LEAST_SPREAD = 0.01;

    /** Rows of different channels are never near each other. */
    private static final float CHANNEL_DISTANCE = 4;

    private final BankId bank;
    private final long tick;
    private final SynthesisSpec spec;
    private final SplittableRandom random;
    private final float[] point = new float[DIMENSIONS];
    private final double[] spreads = new double[CommonRow.WIDTH];
    private float[] points = new float[DIMENSIONS * 1_024];
    private long rows;
    private @Nullable NeighbourTree tree;
    private double closest;
    private double usual;

    Neighbourhood(SourceProfile profile, SynthesisSpec spec) {
        this.bank = profile.bank();
        this.tick = profile.tick();
        this.spec = spec;
        this.random = new SplittableRandom(profile.seed(2));
    }

    /** Takes a source's row into account. */
    void add(CommonRow row) {
        long place = rows < LARGEST ? rows : random.nextLong(rows + 1);
        rows++;
        if (place < LARGEST) {
            int start = (int) place * DIMENSIONS;
            if (start >= points.length) {
                points = Arrays.copyOf(points, Math.min(LARGEST * DIMENSIONS, points.length * 2));
            }
            place(row, point);
            System.arraycopy(point, 0, points, start, DIMENSIONS);
        }
    }

    private static void place(CommonRow row, float[] target) {
        double angle = row.values[CommonRow.SECOND] / 86_400 * 2 * Math.PI;
        target[0] = (float) row.values[CommonRow.LOG_AMOUNT];
        for (int i = CommonRow.UNUSUALNESS; i < CommonRow.WIDTH; i++) {
            target[i - 1] = (float) row.values[i];
        }
        target[5] = (float) Math.cos(angle);
        target[6] = (float) Math.sin(angle);
        target[7] = CHANNEL_DISTANCE * row.channel;
    }

    /** Ends adding: measures the spreads and how close the rows are to each other. */
    void finish() {
        points = Arrays.copyOf(points, (int) Math.min(rows, LARGEST) * DIMENSIONS);
        Moments moments = new Moments(CommonRow.WIDTH - 1);
        double[] values = new double[CommonRow.WIDTH - 1];
        for (int start = 0; start < points.length; start += DIMENSIONS) {
            for (int i = 0; i < values.length; i++) {
                values[i] = points[start + i];
            }
            moments.add(values);
        }
        for (int i = 0; i < values.length; i++) {
            spreads[i] = Math.max(LEAST_SPREAD, moments.spread(i));
            for (int start = 0; start < points.length; start += DIMENSIONS) {
                points[start + i] /= (float) spreads[i];
            }
        }
        tree = new NeighbourTree(points, DIMENSIONS);
        double[] distances = new double[Math.min(PROBES, tree.size())];
        for (int i = 0; i < distances.length; i++) {
            int probe = (int) ((long) i * tree.size() / distances.length);
            tree.copy(probe, point);
            distances[i] = tree.nearest(point, probe, Double.POSITIVE_INFINITY);
        }
        Arrays.sort(distances);
        usual = distances.length == 0 ? 0 : distances[distances.length / 2];
        double found = distances.length == 0 ? 0 : distances[(int) (spec.nearestShare() * (distances.length - 1))];
        closest = Math.max(spec.smallestDistance(), Double.isFinite(found) ? found : 0);
    }

    /** Distance of a row to the nearest of the source's, or the limit if none is nearer. */
    double distance(CommonRow row, double limit) {
        if (tree == null) {
            throw new IllegalStateException("the rows are not finished");
        }
        place(row, point);
        for (int i = 0; i < CommonRow.WIDTH - 1; i++) {
            point[i] /= (float) spreads[i];
        }
        return tree.nearest(point, -1, limit);
    }

    BankId bank() {
        return bank;
    }

    /** Seconds to which the source tells times apart. */
    long tick() {
        return tick;
    }

    /** Distance under which a made row counts as a near copy. */
    double closest() {
        return closest;
    }

    /** Median distance of the source's rows to their own nearest neighbour. */
    double usual() {
        return usual;
    }

    /** Rows that are looked through. */
    int size() {
        return tree == null ? 0 : tree.size();
    }
}
