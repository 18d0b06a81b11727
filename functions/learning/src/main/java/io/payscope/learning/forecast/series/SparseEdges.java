package io.payscope.learning.forecast.series;

import io.payscope.core.model.Grain;
import java.util.Arrays;

/**
 * The part of a history that is dense enough to learn from. Some sources begin with a stub of a few days spread over
 * months and end with a tail of stragglers; a forecaster would see a rise and a collapse that never were. Steps are cut
 * from both ends until the outermost week of days, or day of hours, holds at least a tenth of what is usual, and, for
 * days, until the outermost day does. Where more than half of the steps are empty, or the cuts would leave less than
 * half of them, thinness is the nature of the history and nothing is cut.
 *
 * @param from first step kept
 * @param to step after the last kept
 */
record SparseEdges(int from, int to) {

    private static final double LEAST_SHARE = 0.1;

    /** Finds the edges by the number of transactions in each step. */
    static SparseEdges of(double[] volume, Grain grain) {
        int window =
                switch (grain) {
                    case DAY -> 7;
                    case HOUR -> 24;
                };
        double[] busy =
                Arrays.stream(volume).filter(value -> value > 0).sorted().toArray();
        if (2 * busy.length < volume.length) {
            return new SparseEdges(0, volume.length);
        }
        double usual = busy.length == 0 ? 0 : busy[busy.length / 2];
        int from = 0;
        int to = volume.length;
        while (to - from > window
                && (thin(volume, from, from + window, usual)
                        || grain == Grain.DAY && thin(volume, from, from + 1, usual))) {
            from++;
        }
        while (to - from > window
                && (thin(volume, to - window, to, usual) || grain == Grain.DAY && thin(volume, to - 1, to, usual))) {
            to--;
        }
        return 2 * (to - from) >= volume.length ? new SparseEdges(from, to) : new SparseEdges(0, volume.length);
    }

    private static boolean thin(double[] volume, int from, int to, double usual) {
        return Arrays.stream(volume, from, to).sum() < LEAST_SHARE * usual * (to - from);
    }
}
