package io.payscope.datasets.output;

import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.part.DeflatedRows;
import io.payscope.wire.part.PartWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as canonical parts of {@value #ROWS_PER_PART} rows. Each part is a temporary file until it is put into
 * the store. Not thread-safe.
 */
public final class PartsWriter implements Closeable {

    /** Rows of every part but the last. */
    public static final int ROWS_PER_PART = 25_000;

    private final ObjectStore objects;
    private final String prefix;
    private final List<String> features;
    private final Path file;
    private final MessageDigest content = Hashes.sha256();
    private final List<PartRef> parts = new ArrayList<>();
    private @Nullable PartWriter current;
    private long rows;
    private long bytes;

    /**
     * What has been written.
     *
     * @param parts the parts, in order
     * @param contentSha256 of the uncompressed bytes of all parts
     * @param rows in all parts
     * @param bytes uncompressed
     */
    public record Written(List<PartRef> parts, String contentSha256, long rows, long bytes) {

        public Written {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Starts without parts.
     *
     * @param prefix where the parts go, ending with a slash
     * @param features names of the numeric features
     * @param folder for the temporary file
     */
    public PartsWriter(ObjectStore objects, String prefix, List<String> features, Path folder) throws IOException {
        this.objects = objects;
        this.prefix = prefix;
        this.features = List.copyOf(features);
        this.file = Files.createTempFile(folder, "part", ".csv.gz");
    }

    /** Appends a row. */
    public void write(CanonicalTransaction transaction, double[] values) throws IOException {
        PartWriter part = part();
        part.write(transaction, values);
        endFull(part);
    }

    /** Appends encoded rows, as many as divide {@value #ROWS_PER_PART} or the last ones. */
    public void write(DeflatedRows encoded) throws IOException {
        PartWriter part = part();
        part.write(encoded);
        endFull(part);
    }

    private PartWriter part() throws IOException {
        if (current == null) {
            current = new PartWriter(new BufferedOutputStream(Files.newOutputStream(file)), features, content);
        }
        return current;
    }

    private void endFull(PartWriter part) throws IOException {
        if (part.rows() == ROWS_PER_PART) {
            endPart(part);
            current = null;
        }
    }

    private void endPart(PartWriter part) throws IOException {
        part.close();
        String key = prefix + Keys.part(parts.size());
        objects.put(key, file, "application/gzip");
        parts.add(new PartRef(parts.size(), objects.bucket(), key, part.sha256(), part.rows()));
        rows += part.rows();
        bytes += part.bytes();
    }

    /** Ends the last part. */
    public Written finish() throws IOException {
        if (current != null) {
            endPart(current);
            current = null;
        }
        return new Written(parts, Hashes.hex(content), rows, bytes);
    }

    @Override
    public void close() throws IOException {
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
