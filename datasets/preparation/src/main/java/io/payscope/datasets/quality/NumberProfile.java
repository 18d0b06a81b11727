package io.payscope.datasets.quality;

import io.payscope.core.fault.BugFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers: extremes, exact mean, and a histogram on a fixed logarithmic scale, 64 buckets to each power of
 * two, read from the double's bits. A quantile is the edge of its bucket nearer to zero: at most 1/64 (1.6 %) too
 * small in magnitude, and exact for whole numbers up to 128. Magnitudes below 2^-32 count as 0, those above 2^64 as the
 * largest bucket. Memory: about 1.5 KiB, and 0.5 KiB for each power of two and sign that occurs. Not thread-safe.
 */
public final class NumberProfile implements ColumnProfile {

    /** Bars of the histogram in a summary. */
    static final int BARS = 24;

    private static final int STEP_BITS = 6;
    private static final int STEPS = 1 << STEP_BITS;
    private static final int LOWEST_EXPONENT = -32;
    private static final int HIGHEST_EXPONENT = 63;
    private static final int OCTAVES = HIGHEST_EXPONENT - LOWEST_EXPONENT + 1;
    private static final int EXPONENT_BIAS = 1023;
    private static final int FRACTION_BITS = 52;

    private final String name;
    private final ExactSum sum = new ExactSum();
    private final long[] @Nullable [] positive = new long[OCTAVES][];
    private final long[] @Nullable [] negative = new long[OCTAVES][];
    private long zeros;
    private long count;
    private long missing;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    public NumberProfile(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** @param value a finite number, or NaN for a missing one */
    public void add(double value) {
        if (value != value) {
            missing++;
            return;
        }
        count++;
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        if (value == 0) {
            zeros++;
            return;
        }
        sum.add(value);
        long bits = Double.doubleToRawLongBits(value);
        int octave = ((int) (bits >>> FRACTION_BITS) & 0x7ff) - EXPONENT_BIAS - LOWEST_EXPONENT;
        if (octave < 0) {
            zeros++;
        } else if (octave >= OCTAVES) {
            octave(bits < 0 ? negative : positive, OCTAVES - 1)[STEPS - 1]++;
        } else {
            octave(bits < 0 ? negative : positive, octave)[(int) (bits >>> FRACTION_BITS - STEP_BITS) & STEPS - 1]++;
        }
    }

    private static long[] octave(long[] @Nullable [] side, int octave) {
        long[] steps = side[octave];
        if (steps == null) {
            steps = new long[STEPS];
            side[octave] = steps;
        }
        return steps;
    }

    @Override
    public void addMissing() {
        missing++;
    }

    @Override
    public void merge(ColumnProfile other) {
        if (!(other instanceof NumberProfile numbers)) {
            throw new BugFault("the column " + name + " is not of numbers in both profiles");
        }
        zeros += numbers.zeros;
        count += numbers.count;
        missing += numbers.missing;
        minimum = Math.min(minimum, numbers.minimum);
        maximum = Math.max(maximum, numbers.maximum);
        sum.merge(numbers.sum);
        merge(positive, numbers.positive);
        merge(negative, numbers.negative);
    }

    private static void merge(long[] @Nullable [] target, long[] @Nullable [] source) {
        for (int octave = 0; octave < OCTAVES; octave++) {
            long[] steps = source[octave];
            if (steps != null) {
                long[] own = octave(target, octave);
                for (int step = 0; step < STEPS; step++) {
                    own[step] += steps[step];
                }
            }
        }
    }

    @Override
    public ColumnSummary summary() {
        return ColumnSummary.ofNumbers(name, count + missing, missing, numbers());
    }

    /** @return the distribution, or null if there is no value */
    @Nullable
    NumberSummary numbers() {
        if (count == 0) {
            return null;
        }
        double low = quantile(0.01);
        double high = quantile(0.99);
        return new NumberSummary(
                minimum,
                maximum,
                sum.mean(count),
                low,
                quantile(0.05),
                quantile(0.25),
                quantile(0.5),
                quantile(0.75),
                quantile(0.95),
                high,
                bars(low, high));
    }

    private double quantile(double share) {
        Walk walk = new Walk((long) Math.ceil(share * count));
        forEach(walk);
        return Math.clamp(walk.found, minimum, maximum);
    }

    private List<Long> bars(double low, double high) {
        long[] bars = new long[low < high ? BARS : 1];
        double width = (high - low) / bars.length;
        forEach((edge, rows) -> {
            double value = Math.clamp(edge, minimum, maximum);
            if (value >= low && value <= high) {
                int bar = width > 0 ? (int) ((value - low) / width) : 0;
                bars[Math.min(bar, bars.length - 1)] += rows;
            }
        });
        List<Long> list = new ArrayList<>(bars.length);
        for (long bar : bars) {
            list.add(bar);
        }
        return list;
    }

    private interface Bucket {
        void take(double edge, long rows);
    }

    /** Every bucket that is not empty, from the smallest number to the largest. */
    private void forEach(Bucket bucket) {
        for (int i = OCTAVES * STEPS - 1; i >= 0; i--) {
            take(bucket, negative, i, -1);
        }
        if (zeros > 0) {
            bucket.take(0, zeros);
        }
        for (int i = 0; i < OCTAVES * STEPS; i++) {
            take(bucket, positive, i, 1);
        }
    }

    private static void take(Bucket bucket, long[] @Nullable [] side, int index, int sign) {
        long[] steps = side[index / STEPS];
        int step = index % STEPS;
        if (steps != null && steps[step] > 0) {
            double edge = Math.scalb(1 + (double) step / STEPS, index / STEPS + LOWEST_EXPONENT);
            bucket.take(sign * edge, steps[step]);
        }
    }

    /** Finds the bucket of a rank. */
    private static final class Walk implements Bucket {

        private long left;
        private double found;

        private Walk(long rank) {
            this.left = Math.max(1, rank);
        }

        @Override
        public void take(double edge, long rows) {
            if (left > 0) {
                found = edge;
                left -= rows;
            }
        }
    }
}
