package io.payscope.learning.bench;

import io.payscope.learning.boost.BoostingParameters;
import io.payscope.learning.boost.BoostingRun;
import io.payscope.learning.boost.ShapeSearch;
import io.payscope.learning.boost.TreeShape;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.learning.linear.LogisticTrainer;
import io.payscope.learning.tree.TreeModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Trains and measures on folds: settings are chosen on the validation folds, the test folds are scored once. */
final class Prequential {

    private static final int SEED = 42;
    private static final int ROUNDS = 200;
    private static final int BINNING_ROWS = 200_000;
    private static final double RULE_AMOUNT = 220;

    private final HandbookRows rows;
    private final int threads;

    /** @param threads of the native library; they do not change the models */
    Prequential(HandbookRows rows, int threads) {
        this.rows = rows;
        this.threads = threads;
    }

    /** Chooses shape, bins, weight and rounds by mean average precision over folds. */
    ShapeSearch.Choice choose(LabelledRows features, List<Fold> folds) {
        List<ShapeSearch.Fold> searched = folds.stream()
                .map(fold ->
                        new ShapeSearch.Fold(fold.train(), fold.assessed(), scores -> FoldScore.of(rows, fold, scores)
                                .averagePrecision()))
                .toList();
        BoostingParameters start = new BoostingParameters(
                ROUNDS,
                ROUNDS,
                ShapeSearch.SHAPES.getFirst(),
                Collections.nCopies(features.names().size(), BoostingParameters.FINE_BINS),
                BINNING_ROWS,
                threads,
                SEED);
        return new ShapeSearch(features, searched).choose(start, ShapeSearch.SHAPES);
    }

    /** Trains on a fold's training week and scores its assessment week with the Java evaluator. */
    FoldScore boosted(LabelledRows features, Fold fold, BoostingParameters parameters) {
        try (BoostingRun run = new BoostingRun(features, fold.train(), new RowRange(0, 1), parameters)) {
            int trees = 0;
            while (trees < parameters.maximumRounds() && run.addTree()) {
                trees++;
            }
            return measured(features, fold, TreeModel.parse(run.text(trees))::probability);
        }
    }

    /** A single tree of depth 2. */
    FoldScore smallTree(Fold fold) {
        BoostingParameters one = new BoostingParameters(
                1,
                1,
                new TreeShape(1, 4, 2, 20, 1, 1, 1, 1, 1),
                Collections.nCopies(rows.book().names().size(), BoostingParameters.FINE_BINS),
                BINNING_ROWS,
                threads,
                SEED);
        return boosted(rows.book(), fold, one);
    }

    FoldScore logistic(Fold fold) {
        LogisticModel model = new LogisticTrainer(1).fit(rows.book(), fold.train());
        return measured(rows.book(), fold, model::probability);
    }

    /** Flags amounts above 220, the generator's first scenario. */
    FoldScore rule(Fold fold) {
        return measured(rows.book(), fold, row -> row[0] > RULE_AMOUNT ? 1 : 0);
    }

    FoldScore random(Fold fold) {
        Random random = new Random(SEED);
        return measured(rows.book(), fold, _ -> random.nextDouble());
    }

    private FoldScore measured(LabelledRows features, Fold fold, ToDoubleFunction<double[]> model) {
        double[] row = new double[features.names().size()];
        double[] scores = new double[fold.assessed().size()];
        for (int i = 0; i < scores.length; i++) {
            features.features().copy(fold.assessed().from() + i, row);
            scores[i] = model.applyAsDouble(row);
        }
        return FoldScore.of(rows, fold, scores);
    }

    /** @return one score a fold */
    static List<FoldScore> each(List<Fold> folds, Function<Fold, FoldScore> measure) {
        List<FoldScore> scores = new ArrayList<>();
        folds.forEach(fold -> scores.add(measure.apply(fold)));
        return List.copyOf(scores);
    }
}
