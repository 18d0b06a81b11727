package io.payscope.core.stage;

import org.jspecify.annotations.Nullable;

/**
 * An event of an upload that was refused, put aside for people to look at. It tells of the file what the event told,
 * and nothing of what is in it.
 *
 * @param executionId the ingest execution that refused it first
 * @param object the file, as the event named it
 * @param reason why it was refused
 */
public record RefusedEvent(
        String executionId,
        RegisterUploadRequest.UploadedObject object,
        @Nullable String reason) {}
