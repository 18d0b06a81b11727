package io.payscope.learning.bench;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import java.time.LocalDate;
import java.util.BitSet;

/**
 * One fold of the Handbook's protocol (chapter 3, "Baseline fraud detection system"; chapter 5, "Prequential
 * validation"): a week of training, a week in which labels become known, a week of assessment. Cards known to be
 * compromised are left out of the assessment: those with a fraud in the training week, and from assessment day i on
 * those with a fraud on day 7 + i - 1 after the start of training.
 *
 * @param start first day of training
 * @param train rows of the training week
 * @param assessed rows of the assessment week
 * @param kept which of them are assessed, by index from the first
 */
record Fold(LocalDate start, RowRange train, RowRange assessed, BitSet kept) {

    static final int WEEK = 7;

    /** Days from the start of training to the end of the assessment. */
    static final int DAYS = 3 * WEEK;

    static Fold of(HandbookRows rows, LocalDate start) {
        RowRange train = range(rows, start, WEEK);
        RowRange assessed = range(rows, start.plusDays(2 * WEEK), WEEK);
        BitSet known = new BitSet();
        addCompromised(rows, train, known);
        BitSet kept = new BitSet();
        for (int day = 0; day < WEEK; day++) {
            addCompromised(rows, range(rows, start.plusDays(WEEK + day - 1), 1), known);
            RowRange today = range(rows, start.plusDays(2 * WEEK + day), 1);
            for (int row = today.from(); row < today.to(); row++) {
                kept.set(row - assessed.from(), !known.get(rows.card(row)));
            }
        }
        return new Fold(start, train, assessed, kept);
    }

    private static RowRange range(HandbookRows rows, LocalDate from, int days) {
        return new RowRange(rows.firstOf(from), rows.firstOf(from.plusDays(days)));
    }

    private static void addCompromised(HandbookRows rows, RowRange range, BitSet cards) {
        LabelledRows labelled = rows.own();
        for (int row = range.from(); row < range.to(); row++) {
            if (labelled.fraud(row)) {
                cards.set(rows.card(row));
            }
        }
    }
}
