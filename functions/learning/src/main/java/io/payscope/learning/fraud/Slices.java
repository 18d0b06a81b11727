package io.payscope.learning.fraud;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;

/**
 * The validation part: its earlier rows stop the boosting, its later rows calibrate and set thresholds. With few frauds
 * both use all of it.
 *
 * @param stopping rows for early stopping
 * @param later rows for calibration and thresholds
 */
record Slices(RowRange stopping, RowRange later) {

    private static final int LEAST_FRAUDS = 100;
    private static final double STOPPING_SHARE = 0.5;

    static Slices of(LabelledRows rows, RowRange validation) {
        int cut = validation.from() + (int) (validation.size() * STOPPING_SHARE);
        int early = rows.frauds(validation.from(), cut);
        int late = rows.frauds(cut, validation.to());
        boolean bothClasses = early > 0 && late > 0 && early < cut - validation.from() && late < validation.to() - cut;
        return early + late >= LEAST_FRAUDS && bothClasses
                ? new Slices(new RowRange(validation.from(), cut), new RowRange(cut, validation.to()))
                : new Slices(validation, validation);
    }

    boolean apart() {
        return !stopping.equals(later);
    }
}
