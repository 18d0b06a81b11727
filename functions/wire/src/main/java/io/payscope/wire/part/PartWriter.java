package io.payscope.wire.part;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.wire.json.Hashes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes one canonical part: gzipped CSV (RFC 1952) with a header line, LF line ends, quotes only where a field needs
 * them. The same rows always give the same uncompressed bytes. Not thread-safe.
 */
public final class PartWriter implements Closeable {

    private static final int CHUNK_BYTES = 1 << 17;
    private static final int TRAILER_BYTES = 8;

    /** Magic number, deflate, no flags, no time, fastest level, Unix. */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, 3};

    /** An empty block that is the last one. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private final OutputStream out;
    private final MessageDigest digest = Hashes.sha256();
    private final @Nullable MessageDigest whole;
    private final CRC32 checksum = new CRC32();
    private final RowEncoder encoder;
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
        this.out = target;
        this.whole = whole;
        this.encoder = new RowEncoder(features.size());
        target.write(GZIP_HEADER);
        encoder.header(features);
    }

    /**
     * Appends a row.
     *
     * @param row the transaction
     * @param values one value a feature, NaN for missing
     * @throws io.payscope.core.fault.DataFault if a text holds a line break, or the number of values is not the number
     *     of features
     */
    public void write(CanonicalTransaction row, double[] values) throws IOException {
        encoder.write(row, values);
        rows++;
        if (encoder.length() >= CHUNK_BYTES) {
            append();
        }
    }

    /** Appends rows that another thread has encoded. */
    public void write(DeflatedRows encoded) throws IOException {
        append();
        append(encoded);
        rows += encoded.rows();
    }

    private void append() throws IOException {
        if (encoder.length() > 0) {
            append(encoder.take());
        }
    }

    private void append(DeflatedRows encoded) throws IOException {
        digest.update(encoded.text(), 0, encoded.textLength());
        if (whole != null) {
            whole.update(encoded.text(), 0, encoded.textLength());
        }
        checksum.update(encoded.text(), 0, encoded.textLength());
        bytes += encoded.textLength();
        out.write(encoded.deflated(), 0, encoded.deflatedLength());
    }

    /** @return data rows written so far */
    public long rows() {
        return rows;
    }

    /** @return uncompressed bytes of the part, once it is closed */
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
        if (sha256 != null) {
            return;
        }
        try (out;
                encoder) {
            append();
            out.write(LAST_BLOCK);
            out.write(ByteBuffer.allocate(TRAILER_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) checksum.getValue())
                    .putInt((int) bytes)
                    .array());
            sha256 = Hashes.hex(digest);
        }
    }
}
