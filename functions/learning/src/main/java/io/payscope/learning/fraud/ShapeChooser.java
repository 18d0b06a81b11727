package io.payscope.learning.fraud;

import io.payscope.learning.boost.BoostingParameters;
import io.payscope.learning.boost.ShapeSearch;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import io.payscope.learning.metric.Ranking;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses a bank's tree shape on prequential folds inside the training part. The budget is counted in values and not in
 * seconds, so that the same rows give the same model everywhere: two folds over the latest million values take about
 * 5 seconds on one core.
 */
final class ShapeChooser {

    /** With fewer frauds in the training part the folds would compare noise. */
    static final int LEAST_FRAUDS = 200;

    private static final int MOST_VALUES = 1_000_000;
    private static final int ROUNDS = 60;
    private static final int FOLDS = 2;
    private static final int PARTS = 4;

    private final LabelledRows rows;
    private final long gapMillis;

    /** @param gapMillis between the parts of a fold, as between the parts of the split */
    ShapeChooser(LabelledRows rows, long gapMillis) {
        this.rows = rows;
        this.gapMillis = gapMillis;
    }

    /** @return the parameters with the best shape, or as they were where there is too little to compare */
    BoostingParameters choose(RowRange train, BoostingParameters start) {
        int most = MOST_VALUES / rows.names().size();
        RowRange latest = new RowRange(Math.max(train.from(), train.to() - most), train.to());
        List<ShapeSearch.Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int cut = latest.from() + (int) ((long) latest.size() * (PARTS - FOLDS + fold) / PARTS);
            int end = latest.from() + (int) ((long) latest.size() * (PARTS - FOLDS + fold + 1) / PARTS);
            int from = cut;
            while (from < end && rows.epochMilli(from) <= rows.epochMilli(cut) + gapMillis) {
                from++;
            }
            RowRange assessed = new RowRange(from, end);
            boolean[] labels = rows.labels(from, end);
            int frauds = rows.frauds(from, end);
            if (frauds == 0 || frauds == assessed.size() || rows.frauds(latest.from(), cut) == 0) {
                return start;
            }
            folds.add(new ShapeSearch.Fold(
                    new RowRange(latest.from(), cut), assessed, scores -> new Ranking(scores, labels)
                            .averagePrecision()));
        }
        BoostingParameters chosen = new ShapeSearch(rows, folds)
                .choose(start.withRounds(ROUNDS, ROUNDS), ShapeSearch.SHAPES)
                .best()
                .parameters();
        return chosen.withRounds(start.maximumRounds(), start.patience());
    }
}
