package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the claim.
 *
 * @param bankId the bank
 * @param uploadId derived from bank and content: the same bytes give the same id
 * @param outcome whether this execution is to load it
 * @param winner the execution that holds or completed the claim
 * @param completed what the winner loaded, or null unless it is done
 * @param manifest set for a prepared dataset
 * @param object set for an outside file
 */
public record RegisteredUpload(
        BankId bankId,
        String uploadId,
        Outcome outcome,
        String winner,
        @Nullable CompletedUpload completed,
        @Nullable ManifestRef manifest,
        RegisterUploadRequest.@Nullable UploadedObject object)
        implements Counted {

    /** Whether an upload is to be loaded by the execution that asked. */
    public enum Outcome {
        /** It is this execution's to load. */
        CLAIMED,
        /** Another execution is loading the same content. */
        IN_PROGRESS,
        /** The same content has been loaded. */
        ALREADY_LOADED,
        /** The event is older than one that was registered for the same key: what it announced is gone. */
        STALE
    }

    @Override
    public Map<String, Integer> counts() {
        return outcome == Outcome.STALE ? Map.of("StaleEvent", 1) : Map.of();
    }
}
