package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * The receipts add up.
 *
 * @param bankId the bank
 * @param uploadId the upload
 * @param rows rows of the manifest
 * @param ledgerInserted transactions new to the ledger
 * @param graphInserted transactions new to the graph
 * @param documents documents in the bank's namespace
 */
public record CompletedUpload(
        BankId bankId, String uploadId, long rows, long ledgerInserted, long graphInserted, int documents) {}
