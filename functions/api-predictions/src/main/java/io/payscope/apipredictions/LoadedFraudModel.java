package io.payscope.apipredictions;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.http.Refusal;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.feature.FeatureDefinition;
import io.payscope.learning.feature.PointFeatures;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.learning.fraud.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A fraud model, and what computes its features.
 *
 * @param model ready to score
 * @param own names of the bank's own features, in the order of the model
 * @param features computes all features
 * @param reasons names them
 */
record LoadedFraudModel(FraudModel model, List<String> own, PointFeatures features, Reasons reasons) {

    static LoadedFraudModel of(FraudModel model) {
        ModelCard card = model.card();
        List<String> common =
                FeatureBuilder.COMMON.stream().map(FeatureDefinition::name).toList();
        List<String> own =
                card.features().subList(0, Math.max(0, card.features().size() - common.size()));
        FraudPlan plan = card.plan().fraud();
        if (plan == null) {
            throw new DataFault(
                    "model " + card.version() + " of bank " + card.bankId() + ": the card has no fraud plan");
        }
        PointFeatures features = new PointFeatures(own, plan.labelDelay(), card.channels());
        if (!features.names().equals(card.features())) {
            throw new DataFault("model " + card.version() + " of bank " + card.bankId()
                    + ": expected features that end with " + common + ", found " + card.features());
        }
        List<FeatureDefinition> definitions = new ArrayList<>();
        own.forEach(name -> definitions.add(FeatureDefinition.own(name)));
        definitions.addAll(FeatureBuilder.COMMON);
        return new LoadedFraudModel(model, own, features, new Reasons(definitions));
    }

    /**
     * Puts a payment's own features in order; one that is absent is missing.
     *
     * @throws Refusal 422 if there is one that the model does not know
     */
    double[] ordered(String transactionId, Map<String, Double> values) {
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        own.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    422, "transaction " + transactionId + ": expected features among " + own + ", found " + unknown);
        }
        return own.stream()
                .mapToDouble(name -> values.getOrDefault(name, Double.NaN))
                .toArray();
    }
}
