package io.payscope.core.port;

import io.payscope.core.stage.RunSummary;
import java.time.Instant;

/**
 * A run as the ledger has it.
 *
 * @param runId the run
 * @param status how it ended
 * @param summaryUri S3 URI of its summary
 * @param message one line for people
 * @param startedAt when it started
 * @param recordedAt when its end was recorded
 */
public record RunRecord(
        String runId,
        RunSummary.RunStatus status,
        String summaryUri,
        String message,
        Instant startedAt,
        Instant recordedAt) {}
