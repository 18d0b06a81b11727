package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * The bank's namespace holds exactly these documents.
 *
 * @param bankId the bank
 * @param uploadId the upload after which they were written
 * @param documents how many
 */
public record LoadedVectors(BankId bankId, String uploadId, int documents) {}
