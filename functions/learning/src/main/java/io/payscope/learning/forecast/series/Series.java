package io.payscope.learning.forecast.series;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Equally spaced values.
 *
 * @param start first instant of the first step, UTC
 * @param step distance of two values
 * @param values one a step, NaN where none is known; not copied, so a holder must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops; never compared.
public record Series(Instant start, Step step, double[] values) {

    private static final double DAY_MILLIS = 86_400_000;

    /**
     * Builds a series from a ledger's buckets. Steps without a bucket are 0: nothing was paid then. The first and the
     * last bucket are left out: a history begins and ends somewhere within a step, and half a day must not look like a
     * collapse. Sparse edges go too, see {@link SparseEdges}.
     *
     * @param buckets in time order
     * @param grain length of a bucket
     * @param value what is taken of a bucket
     * @return the series, empty if fewer than three steps are covered
     * @throws DataFault if a bucket is out of order or not at a whole step from the first
     */
    public static Series of(List<TimeBucket> buckets, Grain grain, ToDoubleFunction<TimeBucket> value) {
        Step step = Step.of(grain);
        if (buckets.isEmpty()) {
            return new Series(Instant.EPOCH, step, new double[0]);
        }
        long first = buckets.getFirst().start().getEpochSecond();
        long last = buckets.getLast().start().getEpochSecond();
        double[] values = new double[Math.toIntExact(Math.max(0, last - first) / step.seconds() + 1)];
        double[] volume = new double[values.length];
        long expected = first;
        for (TimeBucket bucket : buckets) {
            long at = bucket.start().getEpochSecond();
            if (at < expected || at > last || (at - first) % step.seconds() != 0) {
                throw new DataFault("buckets: expected ascending starts at whole steps of " + grain + " from "
                        + buckets.getFirst().start() + ", found " + bucket.start());
            }
            int index = Math.toIntExact((at - first) / step.seconds());
            values[index] = value.applyAsDouble(bucket);
            volume[index] = bucket.volume();
            expected = at + step.seconds();
        }
        if (values.length < 3) {
            return new Series(buckets.getFirst().start(), step, new double[0]);
        }
        SparseEdges kept = SparseEdges.of(Arrays.copyOfRange(volume, 1, volume.length - 1), grain);
        int from = 1 + kept.from();
        return new Series(
                step.after(buckets.getFirst().start(), from), step, Arrays.copyOfRange(values, from, 1 + kept.to()));
    }

    /**
     * Takes the steps of a span from a ledger's buckets. A step without a bucket is 0; buckets outside do not count.
     *
     * @param buckets in any order
     * @param start first instant of the first step
     * @param step distance of two values, and length of a bucket
     * @param steps length of the span
     * @param value what is taken of a bucket
     * @throws DataFault if a bucket is not at a whole step from the start
     */
    public static Series within(
            List<TimeBucket> buckets, Instant start, Step step, int steps, ToDoubleFunction<TimeBucket> value) {
        double[] values = new double[steps];
        for (TimeBucket bucket : buckets) {
            long seconds = bucket.start().getEpochSecond() - start.getEpochSecond();
            if (seconds % step.seconds() != 0) {
                throw new DataFault("buckets: expected starts at whole steps of " + step.seconds() + " s from " + start
                        + ", found " + bucket.start());
            }
            long index = seconds / step.seconds();
            if (index >= 0 && index < steps) {
                values[(int) index] = value.applyAsDouble(bucket);
            }
        }
        return new Series(start, step, values);
    }

    /** @return number of steps */
    public int length() {
        return values.length;
    }

    /** @return the first {@code steps} steps */
    public Series head(int steps) {
        return new Series(start, step, Arrays.copyOf(values, steps));
    }

    /** @return the same steps with other values */
    public Series with(double[] others) {
        return new Series(start, step, others);
    }

    /** @return the instant of a step, which may lie in the future */
    public Instant at(int index) {
        return step.after(start, index);
    }

    /** @return steps as days since 1970-01-01, from {@code from} to before {@code to} */
    public double[] days(int from, int to) {
        double[] days = new double[to - from];
        Arrays.setAll(days, i -> at(from + i).toEpochMilli() / DAY_MILLIS);
        return days;
    }

    /** @return number of values that are known */
    public int known() {
        return (int) Arrays.stream(values).filter(Double::isFinite).count();
    }

    /** @return whether no value is below 0, as with counts and sums of payments */
    public boolean nonNegative() {
        return Arrays.stream(values).noneMatch(value -> value < 0);
    }

    /** @return whether each step of the season is known at least once; it is not where weekends are never observed */
    public boolean knowsWholeSeason(int seasonLength) {
        boolean[] seen = new boolean[Math.min(seasonLength, values.length)];
        for (int i = 0; i < values.length; i++) {
            seen[i % seen.length] |= Double.isFinite(values[i]);
        }
        for (boolean one : seen) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /** @return a series without gaps: a straight line between the neighbours, the nearest known value at the edges */
    public Series filled() {
        double[] filled = values.clone();
        int before = -1;
        for (int i = 0; i <= filled.length; i++) {
            if (i < filled.length && !Double.isFinite(values[i])) {
                continue;
            }
            for (int j = before + 1; j < i; j++) {
                double left = before >= 0 ? values[before] : i < filled.length ? values[i] : 0;
                double right = i < filled.length ? values[i] : left;
                filled[j] = left + (right - left) * (j - before) / (double) (i - before);
            }
            before = i;
        }
        return with(filled);
    }
}
