package io.payscope.datasets.output;

import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gzipped files that lie beside a dataset's parts, and are named by their hash in its manifest. */
public final class StoredFiles {

    private StoredFiles() {}

    /**
     * Puts a file into the store.
     *
     * @return sha256 of the object
     */
    public static String put(ObjectStore objects, String key, Path file) throws IOException {
        objects.put(key, file, "application/gzip");
        try (InputStream in = Files.newInputStream(file)) {
            return Hashes.sha256(in);
        }
    }
}
