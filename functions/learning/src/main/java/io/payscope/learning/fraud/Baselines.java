package io.payscope.learning.fraud;

import io.payscope.learning.boost.BoostingParameters;
import io.payscope.learning.boost.BoostingRun;
import io.payscope.learning.boost.TreeShape;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.learning.linear.LogisticTrainer;
import io.payscope.learning.metric.Ranking;
import io.payscope.learning.tree.TreeModel;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What simple models reach on the same test part: a model that is not better than they are is not worth its trouble. */
final class Baselines {

    /** The logistic regression is fitted on the latest rows, so that it takes seconds with hundreds of features. */
    private static final int MOST_VALUES = 1_500_000;

    private static final TreeShape SMALL = new TreeShape(1, 4, 2, 20, 0.001, 5, 1, 1, 1);

    private final LabelledRows rows;
    private final RowRange train;
    private final RowRange test;

    Baselines(LabelledRows rows, RowRange train, RowRange test) {
        this.rows = rows;
        this.train = train;
        this.test = test;
    }

    /** @return average precision of each on the test part */
    Map<String, Double> averagePrecisions(BoostingParameters parameters) {
        Map<String, Double> results = new TreeMap<>();
        int most = Math.max(1, MOST_VALUES / rows.names().size());
        RowRange latest = new RowRange(Math.max(train.from(), train.to() - most), train.to());
        int frauds = rows.frauds(latest.from(), latest.to());
        if (frauds > 0 && frauds < latest.size()) {
            LogisticModel line = new LogisticTrainer(1).fit(rows, latest);
            results.put("baselineLogisticAp", averagePrecision(line::probability));
        }
        results.put("baselineTreeAp", averagePrecision(smallTree(parameters)));
        results.put("baselineRuleAp", averagePrecision(rule()));
        SplittableRandom random = new SplittableRandom(parameters.seed());
        results.put("baselineRandomAp", averagePrecision(_ -> random.nextDouble()));
        return results;
    }

    private ToDoubleFunction<double[]> smallTree(BoostingParameters parameters) {
        BoostingParameters one = parameters.withShape(SMALL);
        try (BoostingRun run = new BoostingRun(rows, train, new RowRange(train.from(), train.from() + 1), one)) {
            return TreeModel.parse(run.text(run.addTree() ? 1 : 0))::probability;
        }
    }

    /** The one feature that ranks the training part best, in the direction in which it does. */
    private ToDoubleFunction<double[]> rule() {
        double[] areas = new SingleFeatures(rows).areas(train);
        int best = 0;
        for (int i = 1; i < areas.length; i++) {
            if (Math.abs(areas[i] - 0.5) > Math.abs(areas[best] - 0.5)) {
                best = i;
            }
        }
        int feature = best;
        int sign = areas[best] >= 0.5 ? 1 : -1;
        return row -> sign * (Double.isNaN(row[feature]) ? Double.NEGATIVE_INFINITY : row[feature]);
    }

    private double averagePrecision(ToDoubleFunction<double[]> model) {
        double[] row = new double[rows.names().size()];
        double[] scores = new double[test.size()];
        for (int i = 0; i < scores.length; i++) {
            rows.features().copy(test.from() + i, row);
            scores[i] = model.applyAsDouble(row);
        }
        return new Ranking(scores, rows.labels(test.from(), test.to())).averagePrecision();
    }
}
