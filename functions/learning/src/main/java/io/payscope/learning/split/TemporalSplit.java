package io.payscope.learning.split;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import java.time.Duration;
import java.time.Instant;

/**
 * Three parts of a history, one after the other: train, then after a gap validation, then after a gap test. The gap is
 * the time in which labels become known. The cuts are made at time boundaries, so no two rows of one instant are in
 * different parts.
 *
 * @param trainEnd the training part is the rows from 0 to before this
 * @param validationStart first row of validation
 * @param validationEnd row after the last of validation
 * @param testStart first row of test; the rest is test
 * @param rows all rows
 * @param dates the same as dates
 */
public record TemporalSplit(
        int trainEnd, int validationStart, int validationEnd, int testStart, int rows, SplitDates dates) {

    /**
     * Share of the shorter of validation and test that a gap may take. A label delay longer than that, as with a bank
     * whose rows span two days, is cut to it.
     */
    public static final double MAXIMUM_GAP_SHARE = 0.25;

    /**
     * Cuts a history.
     *
     * @param history labelled rows in time order, at least one
     * @param plan fractions by rows, and the label delay
     * @throws ConfigFault if the fractions leave no test part
     */
    public static TemporalSplit of(LabelledRows history, FraudPlan plan) {
        double train = plan.trainFraction();
        double validation = plan.validationFraction();
        if (!(train > 0 && validation > 0 && train + validation < 1 && plan.labelDelayHours() >= 0)) {
            throw new ConfigFault(
                    "fraud plan: expected fractions above 0 with a sum below 1 and a delay from 0, found " + plan);
        }
        int rows = history.size();
        long trainCut = history.epochMilli((int) (rows * train));
        long validationCut = history.epochMilli((int) (rows * (train + validation)));
        long last = history.epochMilli(rows - 1);

        double declaredMillis = plan.labelDelayHours() * Duration.ofHours(1).toMillis();
        double allowedMillis = MAXIMUM_GAP_SHARE * Math.min(validationCut - trainCut, last - validationCut);
        boolean reduced = declaredMillis > allowedMillis;
        long gap = (long) (reduced ? allowedMillis : declaredMillis);

        int validationEnd = firstAtOrAfter(history, validationCut);
        return new TemporalSplit(
                firstAtOrAfter(history, trainCut),
                Math.min(firstAtOrAfter(history, trainCut + gap), validationEnd),
                validationEnd,
                firstAtOrAfter(history, validationCut + gap),
                rows,
                new SplitDates(
                        Instant.ofEpochMilli(history.epochMilli(0)),
                        Instant.ofEpochMilli(trainCut),
                        Instant.ofEpochMilli(trainCut + gap),
                        Instant.ofEpochMilli(validationCut),
                        Instant.ofEpochMilli(validationCut + gap),
                        Instant.ofEpochMilli(last),
                        reduced ? gap / (double) Duration.ofHours(1).toMillis() : plan.labelDelayHours(),
                        plan.labelDelayHours()));
    }

    /** @return rows to learn from */
    public RowRange train() {
        return new RowRange(0, trainEnd);
    }

    /** @return rows for early stopping, calibration and thresholds */
    public RowRange validation() {
        return new RowRange(validationStart, validationEnd);
    }

    /** @return rows that are scored once */
    public RowRange test() {
        return new RowRange(testStart, rows);
    }

    private static int firstAtOrAfter(LabelledRows history, long epochMilli) {
        int low = 0;
        int high = history.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.epochMilli(middle) < epochMilli) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
