package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * An upload whose claim is closed.
 *
 * @param bankId the bank
 * @param uploadId the upload
 * @param completed what was loaded, or null if the claim was given up
 */
public record ClosedUpload(
        BankId bankId, String uploadId, @Nullable CompletedUpload completed) implements Measured {

    @Override
    public Volume volume() {
        return completed == null ? Volume.UNKNOWN : Volume.ofRows(completed.rows());
    }
}
