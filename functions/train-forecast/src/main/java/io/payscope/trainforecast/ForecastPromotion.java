package io.payscope.trainforecast;

import io.payscope.core.fault.DataFault;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.promotion.ForecastRules;
import io.payscope.wire.registry.ModelRegistry;
import java.util.Map;
import java.util.Optional;

/** Holds a new forecast against the one that serves, and has the decision recorded. */
final class ForecastPromotion {

    private final ForecastArtefacts artefacts;
    private final ModelRegistry registry;
    private final ForecastRules rules;

    ForecastPromotion(ForecastArtefacts artefacts, ModelRegistry registry, ForecastRules rules) {
        this.artefacts = artefacts;
        this.registry = registry;
        this.rules = rules;
    }

    /** Decides before training counts as done: a kill in between leads to deciding again. */
    ModelOutcome decide(ModelOutcome outcome, String runId) {
        String cardKey = outcome.modelKey();
        String cardSha256 = outcome.modelSha256();
        if (cardKey != null && cardSha256 != null) {
            String version = artefacts.card(cardKey, cardSha256).version();
            registry.register(
                    outcome.bankId(),
                    outcome.kind(),
                    new RegisteredModel(version, cardKey, cardSha256),
                    runId,
                    champion -> verdict(outcome.metrics(), champion));
        }
        return outcome;
    }

    private PromotionVerdict verdict(Map<String, Double> metrics, Optional<RegisteredModel> champion) {
        if (champion.isEmpty()) {
            return rules.decide(metrics, null);
        }
        try {
            RegisteredModel serving = champion.get();
            return rules.decide(
                    metrics,
                    artefacts.card(serving.cardKey(), serving.cardSha256()).metrics());
        } catch (DataFault damaged) {
            // A lost champion must not keep every later model out for good.
            return rules.decide(metrics, null).withoutChampion(String.valueOf(damaged.getMessage()));
        }
    }
}
