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
import java.time.Duration;
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
    public static final String ALGORITHM_VERSION = "fraud-5";

    private static final double LOGISTIC_PENALTY = 1;

    private final FraudPlan plan;
    private final BoostingParameters parameters;
    private final ClassWeights weights;
    private final AlertCosts costs;

    /**
     * @param plan how the rows are split and how many frauds are needed
     * @param parameters of boosting; the shape of the trees is searched where there are frauds enough
     * @param weights of the sample's rows
     * @param costs that the threshold weighs
     */
    public FraudTrainer(FraudPlan plan, BoostingParameters parameters, ClassWeights weights, AlertCosts costs) {
        this.plan = plan;
        this.parameters = parameters;
        this.weights = weights;
        this.costs = costs;
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
        List<String> leaks = new SingleFeatures(rows).leaks(split.train(), split.validation());
        if (!leaks.isEmpty()) {
            return new FraudTraining.NotTrainable(
                    "leak: " + String.join(", ", leaks) + (leaks.size() == 1 ? " alone tells" : " each alone tell")
                            + " frauds from the rest with an area under the curve above " + SingleFeatures.LEAK
                            + " in training and in validation",
                    sizes);
        }
        int trainFrauds = rows.frauds(0, split.trainEnd());
        Slices slices = Slices.of(rows, split.validation());
        return trainFrauds >= plan.minimumPositives()
                ? boosted(rows, split, slices, sizes)
                : line(
                        rows,
                        split,
                        slices,
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

    private FraudTraining boosted(LabelledRows rows, TemporalSplit split, Slices slices, Map<String, Double> sizes) {
        long gapMillis =
                Math.round(split.dates().gapHours() * Duration.ofHours(1).toMillis());
        BoostingParameters chosen = rows.frauds(0, split.trainEnd()) >= ShapeChooser.LEAST_FRAUDS
                ? new ShapeChooser(rows, gapMillis).choose(split.train(), parameters)
                : parameters;
        BoostedTrees trees = BoostedTrees.train(rows, split.train(), slices.stopping(), chosen);
        Scorer.Trees scorer = Scorer.Trees.parse(trees.text());
        double[] gains = scorer.model().gains();
        Map<String, Double> metrics = new TreeMap<>(sizes);
        metrics.put("trees", (double) trees.trees());
        return measured(rows, split, slices, scorer, "", metrics, index -> gains[index], chosen.asMap());
    }

    private FraudTraining line(
            LabelledRows rows, TemporalSplit split, Slices slices, Map<String, Double> sizes, String reason) {
        LogisticModel model = new LogisticTrainer(LOGISTIC_PENALTY).fit(rows, split.trainEnd());
        Map<String, String> settings = Map.of("penalty_l2", Double.toString(LOGISTIC_PENALTY));
        return measured(
                rows,
                split,
                slices,
                new Scorer.Line(model),
                reason,
                sizes,
                index -> Math.abs(model.weights().get(index)),
                settings);
    }

    private FraudTraining measured(
            LabelledRows rows,
            TemporalSplit split,
            Slices slices,
            Scorer scorer,
            String basicReason,
            Map<String, Double> numbers,
            IntToDoubleFunction gain,
            Map<String, String> settings) {
        ScoredPart raw = ScoredPart.of(rows, slices.later(), scorer);
        Calibrator calibrator = CalibratorChoice.of(raw.scores(), raw.labels(), parameters.seed())
                .shifted(weights.logOddsShift());
        ScoredPart later = raw.map(calibrator::apply);
        Thresholds thresholds = Thresholds.of(later, costs, weights);
        ScoredPart test = ScoredPart.of(rows, split.test(), scorer).map(calibrator::apply);

        Map<String, Double> metrics = new TreeMap<>(numbers);
        metrics.put("validationAveragePrecision", new Ranking(later.scores(), later.labels()).averagePrecision());
        metrics.putAll(FraudMetrics.ofTest(test, thresholds, costs, weights, parameters.seed()));
        metrics.putAll(new Baselines(rows, split.train(), split.test()).averagePrecisions(parameters));
        List<FeatureGain> importance = IntStream.range(0, rows.names().size())
                .mapToObj(i -> new FeatureGain(rows.names().get(i), gain.applyAsDouble(i)))
                .sorted(Comparator.comparingDouble(FeatureGain::gain).reversed())
                .toList();
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(calibrator.asMap());
        all.put("review_cost", Double.toString(costs.review()));
        all.put("alert_budget", Double.toString(costs.budget()));
        return new FraudTraining.Trained(
                scorer,
                calibrator,
                basicReason,
                split.dates(),
                metrics,
                importance,
                all,
                notes(split, slices, weights),
                Curves.of(rows, split.test(), scorer, test, costs, weights));
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

    private static List<String> notes(TemporalSplit split, Slices slices, ClassWeights weights) {
        List<String> notes = new ArrayList<>();
        notes.add("The threshold has the least cost on the validation part; the test part was scored once.");
        if (weights.ofSample()) {
            notes.add(
                    "Counts, sums and gaps of a party are those of the sample. Where the ledger holds more payments of"
                            + " the same time, features at scoring are of all of them, and denser than these.");
        }
        if (!slices.apart()) {
            notes.add("The validation part holds few frauds: early stopping, calibration and thresholds share it.");
        }
        if (split.dates().gapReduced()) {
            notes.add("The declared label delay of " + split.dates().declaredGapHours()
                    + " hours would swallow a part: the gap is " + TemporalSplit.MAXIMUM_GAP_SHARE
                    + " of the shorter of validation and test, " + split.dates().gapHours() + " hours.");
        }
        return notes;
    }
}
