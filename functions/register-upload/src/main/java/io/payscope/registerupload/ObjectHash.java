package io.payscope.registerupload;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** The hash of an object's bytes, streamed: memory is one buffer whatever the object's size. */
final class ObjectHash {

    private static final int BUFFER_BYTES = 1 << 16;

    private ObjectHash() {}

    /**
     * Reads the object.
     *
     * @return sha256 of its bytes, lower-case hex
     * @throws DataFault if there is no such object (any more) or it is empty
     */
    static String of(ObjectStore objects, String key) {
        MessageDigest digest = Hashes.sha256();
        long bytes = 0;
        try (InputStream in = objects.open(key)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        } catch (IOException e) {
            throw new TransientFault("upload " + key + ": reading stopped after " + bytes + " bytes", e);
        }
        if (bytes == 0) {
            throw new DataFault("upload " + key + ": expected data, found an empty file");
        }
        return Hashes.hex(digest);
    }
}
