package io.payscope.cli.aws;

import io.payscope.core.fault.DataFault;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.wire.json.JsonCodec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an ingest ended.
 *
 * @param arn the execution
 * @param status SUCCEEDED, FAILED, TIMED_OUT or ABORTED
 * @param outcome LOADED, ALREADY_LOADED or IN_PROGRESS, or empty unless it succeeded
 * @param winner the execution that loaded or loads the content, or empty
 * @param upload what was loaded, or null
 * @param error name of the fault, or null
 * @param cause its message, or null
 */
public record IngestEnd(
        String arn,
        String status,
        String outcome,
        String winner,
        @Nullable CompletedUpload upload,
        @Nullable String error,
        @Nullable String cause) {

    private static final JsonMapper JSON = new JsonMapper();

    static IngestEnd of(String arn, String status, JsonNode output, @Nullable String error, @Nullable String cause) {
        JsonNode upload = output.path("upload");
        return new IngestEnd(
                arn,
                status,
                output.path("outcome").asString(""),
                output.path("winner").asString(""),
                upload.isObject() ? JsonCodec.decode(JSON.writeValueAsBytes(upload), CompletedUpload.class) : null,
                error,
                cause);
    }

    /** @return whether another execution is loading the same content at this moment */
    public boolean isLeftToWinner() {
        return outcome.equals("IN_PROGRESS") && !winner.isEmpty() && !winner.equals(arn);
    }

    /**
     * What was loaded.
     *
     * @throws DataFault with the execution's error and cause, if nothing was
     */
    public CompletedUpload loaded() {
        if (upload == null) {
            throw new DataFault("ingest " + arn + " ended with " + status + " " + outcome
                    + (error == null ? "" : " " + error.substring(error.lastIndexOf('.') + 1))
                    + (cause == null ? "" : ": " + cause));
        }
        return upload;
    }
}
