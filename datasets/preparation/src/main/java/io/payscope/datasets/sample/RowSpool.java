package io.payscope.datasets.sample;

import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.map.MappedRow;
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

/** Rows in a temporary file, written in turn and read back in any order. Not thread-safe. */
final class RowSpool implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final PayeeKind[] KINDS = PayeeKind.values();
    private static final Label[] LABELS = Label.values();
    private static final LifecycleStage[] STAGES = LifecycleStage.values();

    private final Path file;
    private final OutputStream out;
    private final FileChannel channel;
    private final ByteRecord record = new ByteRecord();
    private long position;

    RowSpool(Path folder) throws IOException {
        file = Files.createTempFile(folder, "rows", ".bin");
        channel = FileChannel.open(file);
        out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    /** Writes a row; returns its length, and it begins where {@link #position()} was before. */
    int append(MappedRow row) throws IOException {
        record.clear();
        record.putLong(row.micros);
        record.putLong(row.unscaledAmount);
        record.putByte(row.amountScale);
        record.putByte(row.payeeKind.ordinal());
        record.putByte(row.label.ordinal());
        record.putByte(row.lifecycle.ordinal());
        record.putLong(row.sourceRow);
        record.putText(row.id);
        record.putText(row.channel);
        record.putText(row.payer);
        record.putText(row.payee);
        record.putDoubles(row.features);
        out.write(record.bytes(), 0, record.length());
        position += record.length();
        return record.length();
    }

    /** Where the next row will begin. */
    long position() {
        return position;
    }

    /** Ends writing. */
    void flush() throws IOException {
        out.flush();
    }

    /** Reads a row back. */
    void read(long from, int length, MappedRow row) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(record.prepare(length), 0, length);
        while (target.hasRemaining()) {
            int read = channel.read(target, from + target.position());
            if (read < 0) {
                throw new EOFException(file + ": expected " + length + " bytes at " + from);
            }
        }
        row.micros = record.getLong();
        row.unscaledAmount = record.getLong();
        row.amountScale = record.getByte();
        row.payeeKind = KINDS[record.getByte()];
        row.label = LABELS[record.getByte()];
        row.lifecycle = STAGES[record.getByte()];
        row.sourceRow = record.getLong();
        record.getText(row.id);
        record.getText(row.channel);
        record.getText(row.payer);
        record.getText(row.payee);
        record.getDoubles(row.features);
    }

    @Override
    public void close() throws IOException {
        try (channel;
                out) {
            Files.deleteIfExists(file);
        }
    }
}
