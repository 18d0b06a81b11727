package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * How one bank came through a run.
 *
 * @param bankId the bank
 * @param failedStage the state that failed, or null
 * @param error name of the fault, or null
 * @param cause message of the fault, or null
 * @param prepared its dataset, or null if that failed
 * @param upload its load, or null if that failed or was skipped
 * @param fraud its fraud model, or null if that failed or was skipped
 * @param forecast its forecast, or null if that failed or was skipped
 */
public record BankOutcome(
        BankId bankId,
        @Nullable String failedStage,
        @Nullable String error,
        @Nullable String cause,
        @Nullable PreparedDataset prepared,
        @Nullable CompletedUpload upload,
        @Nullable ModelOutcome fraud,
        @Nullable ModelOutcome forecast) {}
