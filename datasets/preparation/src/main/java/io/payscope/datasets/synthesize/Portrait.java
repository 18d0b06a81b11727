package io.payscope.datasets.synthesize;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The statistics of one stratum: marginal distributions, the rhythm of the week, channels, and a sample of {@value
 * #SAMPLE_ROWS} rows for the dependence. At most 320 KiB, whatever the number of rows. Not thread-safe.
 */
final class Portrait {

    private static final int SAMPLE_ROWS = 2_048;
    private static final double LARGEST_LOG_AMOUNT = 24;

    private final Marginal[] marginals = {
        new Marginal(0, LARGEST_LOG_AMOUNT),
        new Marginal(0, 86_400),
        new Marginal(0, Moments.LARGEST_SCORE),
        new Marginal(0, Moments.LARGEST_SCORE),
        new Marginal(-Moments.LARGEST_SCORE, Moments.LARGEST_SCORE),
        new Marginal(0, 1)
    };
    private final WeekRhythm rhythm = new WeekRhythm();
    private final double[] channels = new double[CommonRow.CHANNELS.size()];
    private final SplittableRandom random;
    private double[][] sample = new double[64][];
    private long rows;

    /** @param seed of the sample */
    Portrait(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Takes a row into account. */
    void add(CommonRow row) {
        for (int i = 0; i < CommonRow.WIDTH; i++) {
            marginals[i].add(row.values[i]);
        }
        rhythm.add(row.weekday, row.values[CommonRow.SECOND]);
        channels[row.channel]++;
        long place = rows < SAMPLE_ROWS ? rows : random.nextLong(rows + 1);
        rows++;
        if (place < SAMPLE_ROWS) {
            if (place >= sample.length) {
                sample = Arrays.copyOf(sample, sample.length * 2);
            }
            sample[(int) place] = row.values.clone();
        }
    }

    long rows() {
        return rows;
    }

    Marginal marginal(int value) {
        return marginals[value];
    }

    WeekRhythm rhythm() {
        return rhythm;
    }

    /** Rows by channel. */
    double[] channels() {
        return channels.clone();
    }

    /** How the values go together in the sample. */
    Dependence dependence() {
        int kept = (int) Math.min(rows, SAMPLE_ROWS);
        return Dependence.of(Arrays.copyOf(sample, kept), CommonRow.WIDTH);
    }
}
