package io.payscope.wire.part;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.CanonicalTransaction;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Encodes rows as the lines of a canonical part and deflates them, so that several threads can work on one part. Not
 * thread-safe: each thread has its own.
 */
public final class RowEncoder implements Closeable {

    /** Fastest level: parts are read back within minutes, and the default level costs three times as much. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    private final StringBuilder line = new StringBuilder(1024);
    private final int features;
    private byte[] text = new byte[1 << 16];
    private int length;
    private int rows;

    /** @param features number of numeric features of each row */
    public RowEncoder(int features) {
        this.features = features;
    }

    /** Encodes the header line. */
    void header(List<String> names) {
        line.append(String.join(",", PartColumns.SHARED));
        names.forEach(this::field);
        endLine();
    }

    /**
     * Encodes a row.
     *
     * @param row the transaction
     * @param values one value a feature, NaN for missing
     * @throws DataFault if a text holds a line break, or the number of values is not the number of features
     */
    public void write(CanonicalTransaction row, double[] values) {
        if (values.length != features) {
            throw new DataFault("source row " + row.sourceRow() + ": expected " + features + " feature values, found "
                    + values.length);
        }
        line.append(text(row.transactionId()));
        line.append(',');
        Instants.append(line, row.occurredAt());
        line.append(',').append(row.amount().toPlainString());
        field(row.currency());
        field(row.channel());
        field(row.payerId());
        field(row.payeeId());
        field(row.payeeKind().name());
        field(row.label().name());
        field(row.lifecycleStage().name());
        line.append(',').append(row.sourceRow());
        for (double value : values) {
            line.append(',');
            Decimals.append(line, value);
        }
        endLine();
        rows++;
    }

    private void field(@Nullable String value) {
        line.append(',');
        if (value != null) {
            line.append(text(value));
        }
    }

    private static String text(String value) {
        boolean quote = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n' || c == '\r') {
                throw new DataFault("a canonical text holds no line break, found one in '" + value + "'");
            }
            quote |= c == ',' || c == '"';
        }
        return quote ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private void endLine() {
        byte[] encoded = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        line.setLength(0);
        if (length + encoded.length > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + encoded.length));
        }
        System.arraycopy(encoded, 0, text, length, encoded.length);
        length += encoded.length;
    }

    /** @return bytes encoded since the last time they were taken */
    public int length() {
        return length;
    }

    /** Hands out what has been encoded and starts anew. */
    public DeflatedRows take() {
        deflater.reset();
        deflater.setInput(text, 0, length);
        byte[] deflated = new byte[length / 3 + 64];
        int size = 0;
        while (true) {
            size += deflater.deflate(deflated, size, deflated.length - size, Deflater.SYNC_FLUSH);
            if (size < deflated.length) {
                break;
            }
            deflated = Arrays.copyOf(deflated, deflated.length * 2);
        }
        DeflatedRows taken = new DeflatedRows(rows, Arrays.copyOf(text, length), length, deflated, size);
        length = 0;
        rows = 0;
        return taken;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
