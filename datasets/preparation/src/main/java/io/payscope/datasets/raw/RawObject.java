package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A raw file in the object store.
 *
 * @param name the file's name, without {@code .gz}
 * @param key where it lies
 * @param sha256 of its bytes as stored
 */
public record RawObject(String name, String key, String sha256) {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] GZIP_MARK = {0x1f, (byte) 0x8b};

    /** Reads an object through once for its hash. */
    public static RawObject of(ObjectStore objects, String name, String key) {
        try (DigestInputStream in = new DigestInputStream(objects.open(key), Hashes.sha256())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (in.read(buffer) >= 0) {
                // The digest sees every byte.
            }
            return new RawObject(name, key, Hashes.hex(in.getMessageDigest()));
        } catch (IOException e) {
            throw new TransientFault(key + ": reading stopped", e);
        }
    }

    /**
     * Opens the file, uncompressed where its first bytes are those of gzip.
     *
     * @throws DataFault if it begins like gzip but is not; the scanner throws it at the end of the file if the file is
     *     no longer the one that was hashed
     */
    public RawScanner open(ObjectStore objects) throws IOException {
        DigestInputStream stored = new DigestInputStream(objects.open(key), Hashes.sha256());
        PushbackInputStream in = new PushbackInputStream(stored, GZIP_MARK.length);
        try {
            byte[] beginning = in.readNBytes(GZIP_MARK.length);
            boolean gzip = Arrays.equals(beginning, GZIP_MARK);
            in.unread(beginning);
            InputStream content = gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in;
            return new RawScanner(name, new UnchangedInput(this, content, stored));
        } catch (ZipException | EOFException e) {
            in.close();
            throw new DataFault(key + ": expected gzip, found " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
