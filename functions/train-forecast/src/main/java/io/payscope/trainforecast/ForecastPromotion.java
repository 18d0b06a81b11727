package io.payscope.trainforecast;

import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.promotion.ForecastRules;
import io.payscope.wire.registry.ModelRegistry;

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
                    champion -> rules.decide(
                            outcome.metrics(),
                            champion.map(serving -> artefacts
                                            .card(serving.cardKey(), serving.cardSha256())
                                            .metrics())
                                    .orElse(null)));
        }
        return outcome;
    }
}
