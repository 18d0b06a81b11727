package io.payscope.datasets.kaggle;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

/** Holds a downloaded file against the hashes that Google's storage states for it. */
final class FileHashes {

    private static final int BUFFER_BYTES = 1 << 16;

    private FileHashes() {}

    /**
     * Checks a whole file. A hash that was not stated is not checked.
     *
     * @throws TransientFault naming the hashes expected and found, if they differ: the bytes were spoilt on their way
     */
    static void check(String what, Path file, Validator stated) {
        if (stated.md5().isEmpty() && stated.crc32c().isEmpty()) {
            return;
        }
        MessageDigest md5 = md5();
        CRC32C crc = new CRC32C();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
                crc.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new TransientFault(file + ": cannot be read", e);
        }
        require(what, "md5", stated.md5(), md5.digest());
        require(
                what,
                "crc32c",
                stated.crc32c(),
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
    }

    private static void require(String what, String kind, String expected, byte[] found) {
        String text = Base64.getEncoder().encodeToString(found);
        if (!expected.isEmpty() && !expected.equals(text)) {
            throw new TransientFault(what + ": expected " + kind + " " + expected + ", found " + text
                    + "; what was downloaded is removed");
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new BugFault("every Java platform has MD5", e);
        }
    }
}
