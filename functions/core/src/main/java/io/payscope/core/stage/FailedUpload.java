package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * Why the last attempt to load an upload gave up.
 *
 * @param bankId the bank
 * @param uploadId the upload
 * @param executionId the ingest execution that gave up
 * @param failure its fault and the message
 */
public record FailedUpload(
        BankId bankId, String uploadId, String executionId, CompleteUploadRequest.UploadFailure failure) {}
