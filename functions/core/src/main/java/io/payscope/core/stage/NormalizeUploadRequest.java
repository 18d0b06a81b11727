package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an upload's rows as canonical parts. Exactly one of {@code manifest} and {@code object} is set.
 *
 * @param executionId the ingest execution
 * @param bankId the bank
 * @param uploadId the claimed upload
 * @param manifest a prepared dataset, whose parts are checked and taken as they are, or null
 * @param object an outside file in the bank's raw schema or the canonical one, or null
 */
public record NormalizeUploadRequest(
        String executionId,
        BankId bankId,
        String uploadId,
        @Nullable ManifestRef manifest,
        RegisterUploadRequest.@Nullable UploadedObject object)
        implements BankScoped {}
