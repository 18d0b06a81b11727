package io.payscope.wire.dataset;

import io.payscope.core.model.BankId;
import io.payscope.wire.json.Hashes;

/** The rule that names an upload by its content, shared by whoever claims an upload and whoever reads it. */
public final class UploadId {

    private static final int DIGITS = 16;

    private UploadId() {}

    /**
     * The id of an upload: the same content of the same bank always has the same one.
     *
     * @param bank whose upload it is
     * @param contentSha256 hash of the file's bytes as stored, or of the manifest's identity, lower-case hex
     * @return the first 16 hex digits of the hash of both
     */
    public static String of(BankId bank, String contentSha256) {
        return Hashes.sha256(bank.toString(), contentSha256).substring(0, DIGITS);
    }
}
