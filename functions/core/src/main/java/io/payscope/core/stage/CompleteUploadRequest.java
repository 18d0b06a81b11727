package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;

/**
 * Asks for an upload's receipts to be added up and its claim to be closed.
 *
 * @param executionId the ingest execution
 * @param bankId the bank
 * @param uploadId the upload
 * @param manifest what should have been loaded
 */
public record CompleteUploadRequest(String executionId, BankId bankId, String uploadId, ManifestRef manifest) {}
