package io.payscope.wire.part;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.wire.json.Hashes;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one canonical part: gzipped CSV with a header line, LF line ends, quotes only where a field needs them. The
 * same rows always give the same uncompressed bytes. Not thread-safe.
 */
public final class PartWriter implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final MessageDigest digest = Hashes.sha256();
    private final @Nullable MessageDigest whole;
    private final StringBuilder line = new StringBuilder(1024);
    private final int features;
    private @Nullable String sha256;
    private long rows;
    private long bytes;

    /**
     * Starts a part by writing its header.
     *
     * @param target receives the compressed bytes; closed with this writer
     * @param features names of the numeric features
     */
    public PartWriter(OutputStream target, List<String> features) throws IOException {
        this(target, features, null);
    }

    /**
     * Starts a part by writing its header.
     *
     * @param target receives the compressed bytes; closed with this writer
     * @param features names of the numeric features
     * @param whole is fed with the uncompressed bytes too, for the hash over all parts of a dataset; or null
     */
    public PartWriter(OutputStream target, List<String> features, @Nullable MessageDigest whole) throws IOException {
        this.whole = whole;
        this.out = new BufferedOutputStream(new FastGzip(target), BUFFER_BYTES);
        this.features = features.size();
        line.append(String.join(",", PartColumns.SHARED));
        features.forEach(feature -> field(feature));
        endLine();
    }

    /**
     * Appends a row.
     *
     * @param row the transaction
     * @param values one value a feature, NaN for missing
     * @throws DataFault if a text holds a line break, or the number of values is not the number of features
     */
    public void write(CanonicalTransaction row, double[] values) throws IOException {
        if (values.length != features) {
            throw new DataFault("source row " + row.sourceRow() + ": expected " + features + " feature values, found "
                    + values.length);
        }
        line.append(text(row.transactionId()));
        field(row.occurredAt().toString());
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

    private void field(@Nullable String text) {
        line.append(',');
        if (text != null) {
            line.append(text(text));
        }
    }

    private static String text(String text) {
        boolean quote = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                throw new DataFault("a canonical text holds no line break, found one in '" + text + "'");
            }
            quote |= c == ',' || c == '"';
        }
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private void endLine() throws IOException {
        byte[] encoded = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        line.setLength(0);
        digest.update(encoded);
        if (whole != null) {
            whole.update(encoded);
        }
        out.write(encoded);
        bytes += encoded.length;
    }

    /** @return data rows written so far */
    public long rows() {
        return rows;
    }

    /** @return uncompressed bytes written so far */
    public long bytes() {
        return bytes;
    }

    /**
     * The part's hash.
     *
     * @return sha256 of the uncompressed bytes, lower-case hex
     * @throws IllegalStateException before {@link #close()}
     */
    public String sha256() {
        if (sha256 == null) {
            throw new IllegalStateException("the part is not closed");
        }
        return sha256;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (sha256 == null) {
            sha256 = Hashes.hex(digest);
        }
    }

    /** Fastest level: parts are read back within minutes, and deflate at the default level costs three times as much. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream target) throws IOException {
            super(target, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
