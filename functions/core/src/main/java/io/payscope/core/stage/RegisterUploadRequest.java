package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an upload to be claimed by its content. Exactly one of {@code manifest} and {@code object} is set.
 *
 * @param executionId the ingest execution, owner of the claim
 * @param manifest a dataset that the pipeline prepared, or null
 * @param object a file that somebody uploaded, or null
 */
public record RegisterUploadRequest(
        String executionId,
        @Nullable ManifestRef manifest,
        @Nullable UploadedObject object) {

    /**
     * A file below {@code uploads/bank=N/}.
     *
     * @param bucket where it lies
     * @param key relative to the bucket, taken as it is
     * @param entityTag version marker from the event, or null
     * @param sequencer hexadecimal number from the event that grows from write to write of one key, or null
     */
    public record UploadedObject(
            String bucket,
            String key,
            @Nullable String entityTag,
            @Nullable String sequencer) {}
}
