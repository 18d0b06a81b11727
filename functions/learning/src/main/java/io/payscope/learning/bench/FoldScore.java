package io.payscope.learning.bench;

import io.payscope.learning.metric.CardPrecision;
import io.payscope.learning.metric.Ranking;

/**
 * How good scores of an assessment week are.
 *
 * @param averagePrecision of transactions
 * @param rocAuc of transactions
 * @param cardPrecision at 100 cards a day
 */
record FoldScore(double averagePrecision, double rocAuc, double cardPrecision) {

    static final int CARDS_A_DAY = 100;

    private static final long DAY_MILLIS = 86_400_000;

    /** @param scores of all rows of the assessment week, those left out included */
    static FoldScore of(HandbookRows rows, Fold fold, double[] scores) {
        int size = fold.kept().cardinality();
        double[] kept = new double[size];
        boolean[] labels = new boolean[size];
        int[] cards = new int[size];
        int[] days = new int[size];
        int at = 0;
        for (int i = fold.kept().nextSetBit(0); i >= 0; i = fold.kept().nextSetBit(i + 1)) {
            int row = fold.assessed().from() + i;
            kept[at] = scores[i];
            labels[at] = rows.own().fraud(row);
            cards[at] = rows.card(row);
            days[at++] = (int) (rows.own().epochMilli(row) / DAY_MILLIS);
        }
        Ranking ranking = new Ranking(kept, labels);
        return new FoldScore(
                ranking.averagePrecision(),
                ranking.rocAuc(),
                CardPrecision.of(kept, labels, cards, days, CARDS_A_DAY).mean());
    }
}
