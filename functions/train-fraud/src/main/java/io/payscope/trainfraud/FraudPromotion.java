package io.payscope.trainfraud;

import io.payscope.core.fault.DataFault;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.learning.fraud.TestMeasure;
import io.payscope.learning.promotion.FraudMeasures;
import io.payscope.learning.promotion.PromotionRules;
import io.payscope.wire.registry.ModelRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a new model against the one that serves, and has the decision recorded. */
final class FraudPromotion {

    private static final Logger LOG = LoggerFactory.getLogger(FraudPromotion.class);

    private final FraudArtefacts artefacts;
    private final ModelRegistry registry;
    private final PromotionRules rules;

    FraudPromotion(FraudArtefacts artefacts, ModelRegistry registry, PromotionRules rules) {
        this.artefacts = artefacts;
        this.registry = registry;
        this.rules = rules;
    }

    /** Decides before training counts as done: a kill in between leads to training, and so to deciding, again. */
    void decide(ModelOutcome outcome, String runId, TestMeasure test) {
        String cardKey = outcome.modelKey();
        String cardSha256 = outcome.modelSha256();
        if (cardKey == null || cardSha256 == null) {
            return;
        }
        FraudModel model = artefacts.load(cardKey);
        RegisteredModel candidate = new RegisteredModel(model.card().version(), cardKey, cardSha256);
        RegistryEntry entry = registry.register(
                outcome.bankId(), outcome.kind(), candidate, runId, champion -> verdict(model, champion, test));
        LOG.info(
                "promotion bank={} version={} action={} number={} reason={}",
                outcome.bankId(),
                candidate.version(),
                entry.action(),
                entry.number(),
                entry.reason());
    }

    private PromotionVerdict verdict(FraudModel model, Optional<RegisteredModel> champion, TestMeasure test) {
        FraudMeasures candidate = test.of(model);
        if (champion.isEmpty()) {
            return rules.decide(candidate, null);
        }
        try {
            FraudModel loaded = artefacts.load(champion.get().cardKey());
            return rules.decide(
                    candidate, test.fits(loaded.card()) ? test.of(loaded) : TestMeasure.ofCard(loaded.card()));
        } catch (DataFault damaged) {
            // A lost champion must not keep every later model out for good.
            return rules.decide(candidate, null).withoutChampion(String.valueOf(damaged.getMessage()));
        }
    }
}
