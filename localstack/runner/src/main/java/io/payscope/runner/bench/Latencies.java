package io.payscope.runner.bench;

import java.util.Arrays;

/** How long calls took. Not thread-safe. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;
    private final int errors;

    /**
     * @param nanos of each call, in any order; failed ones too, for whoever waited for them waited
     * @param errors calls that were not answered with success
     */
    public Latencies(long[] nanos, int errors) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
        this.errors = errors;
    }

    /**
     * A quantile by nearest rank: the smallest latency that at least this share of the calls did not exceed.
     *
     * @param share above 0, up to 1
     * @return milliseconds, 0 without calls
     */
    public double millis(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
    }

    /** @return how many calls were made */
    public int calls() {
        return sorted.length;
    }

    /** @return how many of them were not answered with success */
    public int errors() {
        return errors;
    }
}
