package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.dataset.EffectResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds model files against their cards, cards against the receipts of training, and both against the datasets. */
final class ModelLinks {

    private static final String CARD = "card.json";
    private static final List<String> STAGES = List.of("train-fraud", "train-forecast");

    private final Evidence evidence;
    private final Links links;

    ModelLinks(Evidence evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
    }

    /** Checks a bank's models. Of a card only the names and hashes are read, so that a card may grow. */
    void check(BankId bank, List<Dataset> datasets) {
        for (String key : evidence.keys("models/" + bank.segment() + "/")) {
            if (key.endsWith("/" + CARD)) {
                links.read(Kind.MODEL, key, "a model card", () -> card(key))
                        .ifPresent(card -> check(key, card, datasets));
            }
        }
        for (String stage : STAGES) {
            for (String key : evidence.keys(EffectResult.prefix(bank, stage))) {
                if (EffectResult.isResult(key)) {
                    links.read(Kind.CARD, key, "the result of " + stage, () -> EffectResult.decode(
                                            evidence.body(key), ModelOutcome.class)
                                    .result())
                            .ifPresent(outcome -> card(outcome, key));
                }
            }
        }
    }

    private record Card(String modelFile, String modelSha256, String manifestSha256) {}

    private Card card(String key) {
        JsonNode card = evidence.tree(key);
        return new Card(
                Evidence.text(key, card, "modelFile"),
                Evidence.text(key, card, "modelSha256"),
                Evidence.text(key, card.path("origin"), "manifestSha256"));
    }

    private void check(String key, Card card, List<Dataset> datasets) {
        String file = key.substring(0, key.length() - CARD.length()) + card.modelFile();
        if (evidence.has(file)) {
            links.equal(Kind.MODEL, file, "sha256", card.modelSha256(), evidence.sha256(file));
        } else {
            links.absent(Kind.MODEL, file, "the model is not there");
        }
        datasets.stream()
                .filter(dataset -> dataset.sha256().equals(card.manifestSha256()))
                .findFirst()
                .ifPresentOrElse(
                        dataset -> links.sound(Kind.SOURCE, key, "learned from " + dataset.key()),
                        () -> links.absent(
                                Kind.SOURCE, key, "no dataset there has the identity " + card.manifestSha256()));
    }

    /** Checks the card that an outcome names, for a receipt or a summary. */
    void card(@Nullable ModelOutcome outcome, String by) {
        if (outcome == null || outcome.modelKey() == null || outcome.modelSha256() == null) {
            return;
        }
        String key = outcome.modelKey();
        if (evidence.has(key)) {
            links.equal(Kind.CARD, key, "sha256", outcome.modelSha256(), evidence.sha256(key));
        } else {
            links.absent(Kind.CARD, key, "named by " + by + ", but not there");
        }
    }
}
