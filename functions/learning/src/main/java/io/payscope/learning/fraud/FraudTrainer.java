package io.payscope.learning.fraud;

import io.payscope.core.manifest.FraudPlan;
import io.payscope.learning.boost.BoostedTrees;
import io.payscope.learning.boost.BoostingParameters;
import io.payscope.learning.card.FeatureGain;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.learning.linear.LogisticTrainer;
import io.payscope.learning.metric.Ranking;
import io.payscope.learning.split.TemporalSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Trains a bank's fraud model: boosted trees where there are frauds enough, a logistic regression where there are few.
 * Early stopping and threshold use the validation part; the test part is scored once, at the end.
 */
public final class FraudTrainer {

    /** Raised when the same rows and seed would give another model. */
    public static final String ALGORITHM_VERSION = "fraud-2";

    private static final double LOGISTIC_PENALTY = 1;

    private final FraudPlan plan;
    private final BoostingParameters parameters;

    /**
     * @param plan how the rows are split and how many frauds are needed
     * @param parameters of boosting
     */
    public FraudTrainer(FraudPlan plan, BoostingParameters parameters) {
        this.plan = plan;
        this.parameters = parameters;
    }

    /**
     * Trains and measures. The same rows, plan and parameters give the same model.
     *
     * @param rows labelled rows in time order
     * @throws io.payscope.core.fault.ConfigFault if the native library is missing or the plan makes no sense
     */
    public FraudTraining train(LabelledRows rows) {
        if (rows.size() == 0) {
            return new FraudTraining.NotTrainable("no row has a label", Map.of());
        }
        TemporalSplit split = TemporalSplit.of(rows, plan);
        Map<String, Double> sizes = sizes(rows, split);
        String obstacle = obstacle(rows, split);
        if (!obstacle.isEmpty()) {
            return new FraudTraining.NotTrainable(obstacle, sizes);
        }
        int trainFrauds = rows.frauds(0, split.trainEnd());
        return trainFrauds >= plan.minimumPositives()
                ? boosted(rows, split, sizes)
                : line(
                        rows,
                        split,
                        sizes,
                        "the training part holds " + trainFrauds + " frauds, boosting needs "
                                + plan.minimumPositives());
    }

    private String obstacle(LabelledRows rows, TemporalSplit split) {
        int trainFrauds = rows.frauds(0, split.trainEnd());
        if (trainFrauds < Math.max(1, plan.minimumPositivesBasic())) {
            return "the training part holds " + trainFrauds + " frauds of " + split.trainEnd()
                    + " rows, the basic model needs " + Math.max(1, plan.minimumPositivesBasic());
        }
        if (trainFrauds == split.trainEnd()) {
            return "the training part holds frauds only";
        }
        String validation = oneClass("validation", rows, split.validationStart(), split.validationEnd());
        return validation.isEmpty() ? oneClass("test", rows, split.testStart(), split.rows()) : validation;
    }

    private static String oneClass(String part, LabelledRows rows, int from, int to) {
        int frauds = rows.frauds(from, to);
        if (frauds > 0 && frauds < to - from) {
            return "";
        }
        return "the " + part + " part holds " + frauds + " frauds of " + (to - from) + " rows, expected both classes";
    }

    private FraudTraining boosted(LabelledRows rows, TemporalSplit split, Map<String, Double> sizes) {
        BoostedTrees trees = BoostedTrees.train(rows, split, parameters);
        Scorer.Trees scorer = Scorer.Trees.parse(trees.text());
        double[] gains = scorer.model().gains();
        Map<String, Double> metrics = new TreeMap<>(sizes);
        metrics.put("trees", (double) trees.trees());
        return measured(rows, split, scorer, "", metrics, index -> gains[index], parameters.asMap());
    }

    private FraudTraining line(LabelledRows rows, TemporalSplit split, Map<String, Double> sizes, String reason) {
        LogisticModel model = new LogisticTrainer(LOGISTIC_PENALTY).fit(rows, split.trainEnd());
        Map<String, String> settings = Map.of("penalty_l2", Double.toString(LOGISTIC_PENALTY));
        return measured(
                rows,
                split,
                new Scorer.Line(model),
                reason,
                sizes,
                index -> Math.abs(model.weights().get(index)),
                settings);
    }

    private FraudTraining measured(
            LabelledRows rows,
            TemporalSplit split,
            Scorer scorer,
            String basicReason,
            Map<String, Double> numbers,
            IntToDoubleFunction gain,
            Map<String, String> settings) {
        Ranking validation = new Ranking(
                scores(rows, scorer, split.validationStart(), split.validationEnd()),
                rows.labels(split.validationStart(), split.validationEnd()));
        Map<String, Double> metrics = new TreeMap<>(numbers);
        metrics.put("validationAveragePrecision", validation.averagePrecision());
        metrics.putAll(FraudMetrics.ofTest(
                scores(rows, scorer, split.testStart(), split.rows()),
                rows.labels(split.testStart(), split.rows()),
                validation.bestF1Threshold()));
        List<FeatureGain> importance = IntStream.range(0, rows.names().size())
                .mapToObj(i -> new FeatureGain(rows.names().get(i), gain.applyAsDouble(i)))
                .sorted(Comparator.comparingDouble(FeatureGain::gain).reversed())
                .toList();
        return new FraudTraining.Trained(
                scorer, basicReason, split.dates(), metrics, importance, settings, notes(split));
    }

    private static double[] scores(LabelledRows rows, Scorer scorer, int from, int to) {
        double[] row = new double[rows.features().width()];
        double[] scores = new double[to - from];
        for (int i = 0; i < scores.length; i++) {
            rows.features().copy(from + i, row);
            scores[i] = scorer.probability(row);
        }
        return scores;
    }

    private static Map<String, Double> sizes(LabelledRows rows, TemporalSplit split) {
        Map<String, Double> sizes = new TreeMap<>();
        sizes.put("trainRows", (double) split.trainEnd());
        sizes.put("trainFrauds", (double) rows.frauds(0, split.trainEnd()));
        sizes.put("validationRows", (double) split.validationEnd() - split.validationStart());
        sizes.put("validationFrauds", (double) rows.frauds(split.validationStart(), split.validationEnd()));
        sizes.put("testRows", (double) split.rows() - split.testStart());
        sizes.put("testFrauds", (double) rows.frauds(split.testStart(), split.rows()));
        sizes.put("gapHours", split.dates().gapHours());
        return sizes;
    }

    private static List<String> notes(TemporalSplit split) {
        List<String> notes = new ArrayList<>();
        notes.add("The threshold gives the largest F1 on the validation part; the test part was scored once.");
        if (split.dates().gapReduced()) {
            notes.add("The declared label delay of " + split.dates().declaredGapHours()
                    + " hours would swallow a part: the gap is " + TemporalSplit.MAXIMUM_GAP_SHARE
                    + " of the shorter of validation and test, " + split.dates().gapHours() + " hours.");
        }
        return notes;
    }
}
