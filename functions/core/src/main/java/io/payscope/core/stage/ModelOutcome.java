package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a model.
 *
 * @param bankId the bank
 * @param kind what it predicts
 * @param status whether there is one
 * @param reason why the status is not {@code TRAINED}, or empty
 * @param modelKey key of the model card in the object store, or null where there is no model
 * @param modelSha256 of the model card, or null where there is no model
 * @param metrics by name, such as {@code averagePrecision}
 */
public record ModelOutcome(
        BankId bankId,
        Kind kind,
        Status status,
        String reason,
        @Nullable String modelKey,
        @Nullable String modelSha256,
        Map<String, Double> metrics) {

    public ModelOutcome {
        metrics = Map.copyOf(metrics);
    }

    /** What a model predicts. */
    public enum Kind {
        FRAUD,
        FORECAST
    }

    /** Whether there is a model, and whether its absence degrades the run. */
    public enum Status {
        /** There is one. */
        TRAINED,
        /** There is a simple baseline, with too little data for more. */
        BASIC,
        /** The catalog declares that there is nothing to learn: the run is not degraded. */
        NOT_APPLICABLE,
        /** The catalog expects a model that could not be trained: the run is PARTIAL. */
        NOT_TRAINABLE
    }
}
