package io.payscope.learning.fraud;

import io.payscope.core.manifest.FraudPlan;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import io.payscope.learning.metric.Evaluation;
import io.payscope.learning.promotion.FraudMeasures;
import io.payscope.learning.split.TemporalSplit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures models on the test part of one dataset, so that two of them can be held against each other. */
public final class TestMeasure {

    /** Rows whose scoring is timed at most. */
    private static final int MOST_TIMED = 2_000;

    private static final double NANOS_PER_MICRO = 1e3;

    private final LabelledRows rows;
    private final List<String> channels;
    private final RowRange test;
    private final AlertCosts costs;
    private final ClassWeights weights;

    /**
     * @param rows the dataset's labelled rows
     * @param channels behind the numbers of the feature {@code tx_channel} in these rows
     * @param plan how they are split
     * @param costs of alerts and of missed frauds
     * @param weights of the sample's rows
     */
    public TestMeasure(
            LabelledRows rows, List<String> channels, FraudPlan plan, AlertCosts costs, ClassWeights weights) {
        this.rows = rows;
        this.channels = List.copyOf(channels);
        this.test = TemporalSplit.of(rows, plan).test();
        this.costs = costs;
        this.weights = weights;
    }

    /** @return whether a model of this card can score these rows: same features, same numbers for the channels */
    public boolean fits(ModelCard card) {
        int shared = Math.min(channels.size(), card.channels().size());
        return card.features().equals(rows.names())
                && card.channels().subList(0, shared).equals(channels.subList(0, shared));
    }

    /**
     * Scores the test part.
     *
     * @param model that {@link #fits}
     */
    public FraudMeasures of(FraudModel model) {
        double[] scores = new double[test.size()];
        double[] amounts = new double[test.size()];
        double[] row = new double[rows.names().size()];
        int amount = rows.names().indexOf("tx_amount");
        for (int i = 0; i < scores.length; i++) {
            rows.features().copy(test.from() + i, row);
            scores[i] = model.score(row);
            amounts[i] = amount < 0 ? 0 : row[amount];
        }
        boolean[] labels = rows.labels(test.from(), test.to());
        int[] alone = new int[scores.length];
        Arrays.fill(alone, -1);
        Map<String, Double> metrics = new Evaluation(scores, labels, alone, model.threshold(), 1, 1).metrics();
        double cost = costs.cost(model.threshold(), scores, labels, amounts, weights.fraud(), weights.legitimate());
        double none =
                costs.cost(Double.POSITIVE_INFINITY, scores, labels, amounts, weights.fraud(), weights.legitimate());
        return new FraudMeasures(
                true,
                scores.length,
                rows.frauds(test.from(), test.to()),
                metrics.getOrDefault("averagePrecision", 0.0),
                cost / none,
                metrics.getOrDefault("calibrationError", 1.0),
                latencyMicros(model));
    }

    /** Median of scoring the latest rows one by one, as the first requests of a process would be. */
    private @Nullable Double latencyMicros(FraudModel model) {
        double[] row = new double[rows.names().size()];
        long[] nanos = new long[Math.min(MOST_TIMED, test.size())];
        if (nanos.length == 0) {
            return null;
        }
        for (int i = 0; i < nanos.length; i++) {
            rows.features().copy(test.to() - nanos.length + i, row);
            long start = System.nanoTime();
            model.score(row);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / NANOS_PER_MICRO;
    }

    /** @return what a card says of its own test part, where the model cannot score these rows */
    public static FraudMeasures ofCard(ModelCard card) {
        Map<String, Double> metrics = card.metrics();
        double none = metrics.getOrDefault("costOfNoAlerts", 0.0);
        return new FraudMeasures(
                false,
                metrics.getOrDefault("testRows", 0.0).intValue(),
                metrics.getOrDefault("testFrauds", 0.0).intValue(),
                metrics.getOrDefault("averagePrecision", 0.0),
                none > 0 ? metrics.getOrDefault("cost", none) / none : 1,
                metrics.getOrDefault("calibrationError", 1.0),
                null);
    }
}
