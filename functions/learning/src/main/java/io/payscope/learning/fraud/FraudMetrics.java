package io.payscope.learning.fraud;

import io.payscope.learning.metric.Confusion;
import io.payscope.learning.metric.Probabilities;
import io.payscope.learning.metric.Ranking;
import java.util.Map;
import java.util.TreeMap;

/** The numbers that a fraud model is judged by, under the names of the run summary. */
final class FraudMetrics {

    /** The score from which on a payment is flagged. */
    static final String THRESHOLD = "threshold";

    private FraudMetrics() {}

    /** Measures scores of the test part at a threshold that was chosen before. */
    static Map<String, Double> ofTest(double[] scores, boolean[] labels, double threshold) {
        Ranking ranking = new Ranking(scores, labels);
        Confusion confusion = Confusion.at(scores, labels, threshold);
        int frauds = confusion.truePositives() + confusion.falseNegatives();
        Map<String, Double> metrics = new TreeMap<>();
        metrics.put("averagePrecision", ranking.averagePrecision());
        metrics.put("rocAuc", ranking.rocAuc());
        metrics.put("prevalence", frauds / (double) labels.length);
        metrics.put(THRESHOLD, threshold);
        metrics.put("precision", confusion.precision());
        metrics.put("recall", confusion.recall());
        metrics.put("f1", confusion.f1());
        metrics.put("truePositives", (double) confusion.truePositives());
        metrics.put("falsePositives", (double) confusion.falsePositives());
        metrics.put("trueNegatives", (double) confusion.trueNegatives());
        metrics.put("falseNegatives", (double) confusion.falseNegatives());
        metrics.put("brier", Probabilities.brier(scores, labels));
        metrics.put("logLoss", Probabilities.logLoss(scores, labels));
        return metrics;
    }
}
