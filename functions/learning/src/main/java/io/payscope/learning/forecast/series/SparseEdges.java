package io.payscope.learning.forecast.series;

import io.payscope.core.model.Grain;
import java.util.Arrays;

/**
 * The part of a history that is dense enough to learn from. Some sources begin with a stub, a few days and then nothing
 * for weeks, and end with a tail of stragglers; a forecaster would see a rise and a collapse that never were. Kept is
 * the longest run without an empty week of days, or day of hours; of it, steps are cut from both ends until the
 * outermost week or day holds at least a tenth of what is usual, and, for days, until the outermost day does. Where more
 * than half of the steps are empty, or less than half of them would be left, thinness is the nature of the history and
 * nothing is cut.
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
        SparseEdges run = longestRun(volume, window);
        int from = run.from;
        int to = run.to;
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

    /** The longest part without so many empty steps in a row. */
    private static SparseEdges longestRun(double[] volume, int gap) {
        SparseEdges longest = new SparseEdges(0, 0);
        int start = 0;
        int last = 0;
        for (int i = 0; i < volume.length; i++) {
            if (volume[i] > 0) {
                if (i - last > gap) {
                    start = i;
                }
                last = i;
                if (last + 1 - start > longest.to - longest.from) {
                    longest = new SparseEdges(start, last + 1);
                }
            }
        }
        return longest;
    }

    private static boolean thin(double[] volume, int from, int to, double usual) {
        return Arrays.stream(volume, from, to).sum() < LEAST_SHARE * usual * (to - from);
    }
}
