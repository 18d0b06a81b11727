package io.payscope.learning.forecast;

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
 * @param grain length of a step
 * @param values one a step; not copied, so a holder must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops; never compared.
public record Series(Instant start, Grain grain, double[] values) {

    /**
     * Builds a series from a ledger's buckets. Steps without a bucket are 0. The first and the last bucket are left
     * out: a history begins and ends somewhere within a step, and half a day must not look like a collapse.
     *
     * @param buckets in time order
     * @param grain length of a bucket
     * @param value what is taken of a bucket
     * @return the series, empty if fewer than three steps are covered
     * @throws DataFault if a bucket is out of order or not at a whole step from the first
     */
    public static Series of(List<TimeBucket> buckets, Grain grain, ToDoubleFunction<TimeBucket> value) {
        if (buckets.isEmpty()) {
            return new Series(Instant.EPOCH, grain, new double[0]);
        }
        long step = grain.length().toSeconds();
        long first = buckets.getFirst().start().getEpochSecond();
        long last = buckets.getLast().start().getEpochSecond();
        double[] values = new double[Math.toIntExact(Math.max(0, last - first) / step + 1)];
        long expected = first;
        for (TimeBucket bucket : buckets) {
            long at = bucket.start().getEpochSecond();
            if (at < expected || at > last || (at - first) % step != 0) {
                throw new DataFault("buckets: expected ascending starts at whole steps of " + grain + " from "
                        + buckets.getFirst().start() + ", found " + bucket.start());
            }
            values[Math.toIntExact((at - first) / step)] = value.applyAsDouble(bucket);
            expected = at + step;
        }
        if (values.length < 3) {
            return new Series(buckets.getFirst().start(), grain, new double[0]);
        }
        return new Series(
                buckets.getFirst().start().plusSeconds(step), grain, Arrays.copyOfRange(values, 1, values.length - 1));
    }

    /** @return number of steps */
    public int length() {
        return values.length;
    }

    /** @return the first {@code steps} steps */
    Series head(int steps) {
        return new Series(start, grain, Arrays.copyOf(values, steps));
    }
}
