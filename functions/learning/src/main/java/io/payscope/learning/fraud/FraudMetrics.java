package io.payscope.learning.fraud;

import io.payscope.learning.metric.CardPrecision;
import io.payscope.learning.metric.Confusion;
import io.payscope.learning.metric.Evaluation;
import io.payscope.learning.metric.Probabilities;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The numbers that a fraud model is judged by, under the names of the run summary. */
final class FraudMetrics {

    /** The score from which on a payment is flagged. */
    static final String THRESHOLD = "threshold";

    private static final int MOST_CARDS = 100;

    /** So few of a day's cards can be checked at most, where a day has fewer than a thousand. */
    private static final double SHARE_OF_CARDS = 0.1;

    private FraudMetrics() {}

    /** Measures scores of the test part at thresholds that were chosen before. */
    static Map<String, Double> ofTest(
            ScoredPart test, Thresholds thresholds, AlertCosts costs, ClassWeights weights, long seed) {
        double[] scores = test.scores();
        boolean[] labels = test.labels();
        Confusion confusion = Confusion.at(scores, labels, thresholds.cost());
        int frauds = confusion.truePositives() + confusion.falseNegatives();
        Evaluation sample = new Evaluation(scores, labels, test.payers(), thresholds.cost(), 1, 1);
        Map<String, Double> metrics = new TreeMap<>(sample.metrics());
        metrics.putAll(sample.intervals(seed));
        double others = (labels.length - frauds) * weights.legitimate();
        metrics.put("prevalence", frauds / (double) labels.length);
        metrics.put("sourcePrevalence", frauds * weights.fraud() / (frauds * weights.fraud() + others));
        if (Math.abs(weights.logOddsShift()) > 1e-9) {
            Evaluation source = new Evaluation(
                    scores, labels, test.payers(), thresholds.cost(), weights.fraud(), weights.legitimate());
            source.metrics().forEach((name, value) -> metrics.put("source." + name, value));
            source.intervals(seed).forEach((name, value) -> metrics.put("source." + name, value));
        }
        metrics.putAll(thresholds.byName());
        metrics.put("truePositives", (double) confusion.truePositives());
        metrics.put("falsePositives", (double) confusion.falsePositives());
        metrics.put("trueNegatives", (double) confusion.trueNegatives());
        metrics.put("falseNegatives", (double) confusion.falseNegatives());
        metrics.put("logLoss", Probabilities.logLoss(scores, labels));
        metrics.put("cost", cost(thresholds.cost(), test, costs, weights));
        metrics.put("costOfNoAlerts", cost(Double.POSITIVE_INFINITY, test, costs, weights));
        metrics.putAll(cards(test));
        return metrics;
    }

    private static double cost(double threshold, ScoredPart test, AlertCosts costs, ClassWeights weights) {
        return costs.cost(
                threshold, test.scores(), test.labels(), test.amounts(), weights.fraud(), weights.legitimate());
    }

    /** Card precision where payers are known, at a tenth of a day's cards, at most 100. */
    private static Map<String, Double> cards(ScoredPart test) {
        if (Arrays.stream(test.payers()).anyMatch(payer -> payer < 0)) {
            return Map.of();
        }
        long cardDays = IntStream.range(0, test.days().length)
                .mapToLong(i -> (long) test.days()[i] << Integer.SIZE | test.payers()[i])
                .distinct()
                .count();
        long days = Arrays.stream(test.days()).distinct().count();
        int k = Math.clamp(Math.round(SHARE_OF_CARDS * cardDays / days), 1, MOST_CARDS);
        CardPrecision precision = CardPrecision.of(test.scores(), test.labels(), test.payers(), test.days(), k);
        return Map.of("cardPrecision", precision.mean(), "cardsChecked", (double) k);
    }
}
