package io.payscope.learning.fraud;

import io.payscope.learning.metric.Ranking;
import java.util.Map;

/**
 * The scores from which on payments are flagged, chosen on the validation part.
 *
 * @param cost with the least cost; the one that the model flags by
 * @param f1 with the largest F1
 * @param budget that flags no more than can be reviewed
 */
record Thresholds(double cost, double f1, double budget) {

    static Thresholds of(ScoredPart later, AlertCosts costs, ClassWeights weights) {
        return new Thresholds(
                costs.cheapest(later.scores(), later.labels(), later.amounts(), weights.fraud(), weights.legitimate()),
                new Ranking(later.scores(), later.labels()).bestF1Threshold(),
                costs.withinBudget(later.scores()));
    }

    Map<String, Double> byName() {
        return Map.of(FraudMetrics.THRESHOLD, cost, "thresholdF1", f1, "thresholdBudget", budget);
    }
}
