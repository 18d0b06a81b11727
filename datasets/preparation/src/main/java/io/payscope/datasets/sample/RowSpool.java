package io.payscope.datasets.sample;

import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.map.RowCodec;
import io.payscope.datasets.primitive.ByteRecord;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Encoded rows in a temporary file, written in turn and read back in any order. */
final class RowSpool implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final FileChannel channel;
    private long position;

    RowSpool(Path folder) throws IOException {
        file = Files.createTempFile(folder, "rows", ".bin");
        channel = FileChannel.open(file);
        out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    /** Writes an encoded row; returns where it begins. */
    long append(byte[] bytes, int from, int length) throws IOException {
        long start = position;
        out.write(bytes, from, length);
        position += length;
        return start;
    }

    /** Ends writing. */
    void flush() throws IOException {
        out.flush();
    }

    /** Reads a row back; any thread may, once writing has ended. */
    void read(long from, int length, ByteRecord record, MappedRow row) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(record.prepare(length), 0, length);
        while (target.hasRemaining()) {
            int read = channel.read(target, from + target.position());
            if (read < 0) {
                throw new EOFException(file + ": expected " + length + " bytes at " + from);
            }
        }
        RowCodec.read(record, row);
    }

    @Override
    public void close() throws IOException {
        try (channel;
                out) {
            Files.deleteIfExists(file);
        }
    }
}
