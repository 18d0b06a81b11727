package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import io.payscope.wire.json.Hashes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

/**
 * Content that proves at its end that the stored bytes behind it are those that were hashed before. Who reads to the
 * end before using what was read uses nothing unproven. Not thread-safe.
 */
final class UnchangedInput extends FilterInputStream {

    private static final int BUFFER_BYTES = 1 << 13;

    private final RawObject file;
    private final DigestInputStream stored;
    private boolean proven;

    /**
     * @param file names the object and the hash expected of its stored bytes
     * @param content what is read: the stored bytes, or their uncompressed form; closed with this stream
     * @param stored the stored bytes that the content draws on
     */
    UnchangedInput(RawObject file, InputStream content, DigestInputStream stored) {
        super(content);
        this.file = file;
        this.stored = stored;
    }

    /** @throws DataFault at the end, if the stored bytes are others than expected */
    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) {
            prove();
        }
        return value;
    }

    /** @throws DataFault at the end, if the stored bytes are others than expected */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            prove();
        }
        return read;
    }

    /** Compressed content may end before the stored bytes do, so the rest is read first. */
    private void prove() throws IOException {
        if (proven) {
            return;
        }
        byte[] rest = new byte[BUFFER_BYTES];
        while (stored.read(rest) >= 0) {
            // The digest sees every byte.
        }
        String found = Hashes.hex(stored.getMessageDigest());
        if (!found.equals(file.sha256())) {
            throw new DataFault(
                    file.key() + ": changed while it was read, expected sha256 " + file.sha256() + ", found " + found);
        }
        proven = true;
    }
}
