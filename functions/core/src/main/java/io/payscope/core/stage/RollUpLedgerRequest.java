package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * Asks for the time buckets that an upload touched to be recomputed.
 *
 * @param bankId the bank
 * @param uploadId the upload
 */
public record RollUpLedgerRequest(BankId bankId, String uploadId) implements BankScoped {}
