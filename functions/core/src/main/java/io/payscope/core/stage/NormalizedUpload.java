package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;

/**
 * An upload as canonical parts.
 *
 * @param bankId the bank
 * @param uploadId the upload
 * @param manifest its description
 * @param partsKey key of {@code parts.json}, the array that the state machine maps over
 * @param parts number of parts
 * @param rows rows in them
 * @param rejected rows refused, found in the rejects file
 * @param bytes uncompressed bytes of all parts
 */
public record NormalizedUpload(
        BankId bankId,
        String uploadId,
        ManifestRef manifest,
        String partsKey,
        int parts,
        long rows,
        long rejected,
        long bytes)
        implements Measured {

    @Override
    public Volume volume() {
        return Volume.of(rows, bytes);
    }
}
