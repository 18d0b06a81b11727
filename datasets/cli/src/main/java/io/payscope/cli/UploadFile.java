package io.payscope.cli;

import io.payscope.core.model.BankId;
import java.nio.file.Path;

/**
 * A file that is to be uploaded.
 *
 * @param bank whose it is
 * @param file where it is
 * @param key where it goes
 */
record UploadFile(BankId bank, Path file, String key) {

    /** A file that keeps its name behind what tells it from others of that name. */
    static UploadFile of(BankId bank, Path file, String prefix) {
        return new UploadFile(bank, file, "uploads/" + bank.segment() + "/" + prefix + file.getFileName());
    }
}
