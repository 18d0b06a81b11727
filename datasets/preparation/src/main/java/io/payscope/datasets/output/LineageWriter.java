package io.payscope.datasets.output;

import io.payscope.core.port.ObjectStore;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes down which row of the raw file each row of a dataset came from, a line a row in the order of the dataset. It lies beside the parts and not in them, so
 * that the same rows in another order give the same parts. Not thread-safe.
 */
public final class LineageWriter implements Closeable {

    private final Path file;
    private final Writer writer;

    /** Starts with a temporary file in a folder. */
    public LineageWriter(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, "lineage", ".csv.gz");
        this.writer = new BufferedWriter(
                new OutputStreamWriter(new FastGzip(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
        writer.write("source_row\n");
    }

    /**
     * Adds the next row.
     *
     * @param sourceRow its number in the raw file, 1 being the first data row
     */
    public void add(long sourceRow) throws IOException {
        writer.write(Long.toString(sourceRow));
        writer.write('\n');
    }

    /**
     * Ends the file and puts it into the store.
     *
     * @return sha256 of the object
     */
    public String store(ObjectStore objects, String key) throws IOException {
        writer.close();
        return StoredFiles.put(objects, key, file);
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            Files.deleteIfExists(file);
        }
    }
}
