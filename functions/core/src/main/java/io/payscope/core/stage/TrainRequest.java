package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;

/**
 * Asks for a model of a bank.
 *
 * @param runId the run
 * @param bankId the bank
 * @param manifest the prepared dataset to learn from
 * @param seed of everything random in training
 */
public record TrainRequest(String runId, BankId bankId, ManifestRef manifest, long seed)
        implements BankScoped, RunScoped {}
