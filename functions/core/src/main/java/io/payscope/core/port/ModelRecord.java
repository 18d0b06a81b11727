package io.payscope.core.port;

import io.payscope.core.stage.ModelOutcome;
import java.time.Instant;

/**
 * A model as the ledger has it.
 *
 * @param kind what it predicts
 * @param modelKey key of its card in the object store
 * @param modelSha256 of the card
 * @param status trained or basic
 * @param runId the run that recorded it last
 * @param recordedAt when
 */
public record ModelRecord(
        ModelOutcome.Kind kind,
        String modelKey,
        String modelSha256,
        ModelOutcome.Status status,
        String runId,
        Instant recordedAt) {}
