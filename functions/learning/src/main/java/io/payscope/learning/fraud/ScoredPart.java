package io.payscope.learning.fraud;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import java.util.function.DoubleUnaryOperator;

/**
 * A part of a history with its scores.
 *
 * @param scores probabilities of fraud
 * @param labels true for fraud
 * @param amounts in units of the currency; 0 where the rows have no amount
 * @param payers number of the payer, or -1
 * @param days number of the day
 */
@SuppressWarnings("ArrayRecordComponent") // Lives while one model is measured; never compared.
record ScoredPart(double[] scores, boolean[] labels, double[] amounts, int[] payers, int[] days) {

    private static final long DAY_MILLIS = 86_400_000;

    static ScoredPart of(LabelledRows rows, RowRange part, Scorer scorer) {
        double[] row = new double[rows.features().width()];
        int amount = rows.names().indexOf("tx_amount");
        ScoredPart scored = new ScoredPart(
                new double[part.size()],
                rows.labels(part.from(), part.to()),
                new double[part.size()],
                new int[part.size()],
                new int[part.size()]);
        for (int i = 0; i < part.size(); i++) {
            rows.features().copy(part.from() + i, row);
            scored.scores[i] = scorer.probability(row);
            scored.amounts[i] = amount < 0 ? 0 : row[amount];
            scored.payers[i] = rows.payer(part.from() + i);
            scored.days[i] = (int) Math.floorDiv(rows.epochMilli(part.from() + i), DAY_MILLIS);
        }
        return scored;
    }

    /** @return the same with other scores */
    ScoredPart map(DoubleUnaryOperator change) {
        double[] changed = new double[scores.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.applyAsDouble(scores[i]);
        }
        return new ScoredPart(changed, labels, amounts, payers, days);
    }
}
