package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * Asks for the bank's documents to be written from ledger and graph and embedded.
 *
 * @param bankId the bank
 * @param uploadId the upload after which they are written
 */
public record LoadVectorsRequest(BankId bankId, String uploadId) implements BankScoped {}
