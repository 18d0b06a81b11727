package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an upload to be closed: its receipts added up, or its claim given up. Exactly one of {@code manifest} and
 * {@code failure} is set.
 *
 * @param executionId the ingest execution, owner of the claim
 * @param bankId the bank
 * @param uploadId the upload
 * @param manifest what should have been loaded, or null after a failure
 * @param failure why it could not be loaded, or null
 */
public record CompleteUploadRequest(
        String executionId,
        BankId bankId,
        String uploadId,
        @Nullable ManifestRef manifest,
        @Nullable UploadFailure failure)
        implements BankScoped {

    /**
     * Why an upload could not be loaded.
     *
     * @param error name of the fault
     * @param cause its message
     */
    public record UploadFailure(String error, String cause) {}
}
