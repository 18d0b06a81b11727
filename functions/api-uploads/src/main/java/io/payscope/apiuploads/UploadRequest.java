package io.payscope.apiuploads;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to upload.
 *
 * @param fileName its name, ending with {@code .csv} or {@code .csv.gz}
 * @param contentType {@code text/csv} or {@code application/gzip}, as the name says
 * @param bytes its exact length
 * @param sha256 of its bytes, lower-case hex, or null
 */
public record UploadRequest(
        String fileName,
        String contentType,
        long bytes,
        @Nullable String sha256) {}
