package io.payscope.wire.part;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.wire.json.Hashes;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one canonical part, a row at a time. Asked for transactions only, it leaves the features undecoded. Not
 * thread-safe.
 */
public final class PartReader implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final BankId bank;
    private final String name;
    private final DigestInputStream in;
    private final LineScanner lines;
    private final List<String> features;
    private long line = 1;
    private boolean ready;
    private boolean ended;

    /**
     * Opens a part and reads its header.
     *
     * @param bank the bank that the rows belong to
     * @param name what error messages call the part, such as its key
     * @param compressed the gzipped part; closed with this reader
     * @throws DataFault if the header is not a canonical part's
     */
    public PartReader(BankId bank, String name, InputStream compressed) throws IOException {
        this.bank = bank;
        this.name = name;
        this.in = new DigestInputStream(new GZIPInputStream(compressed, BUFFER_BYTES), Hashes.sha256());
        this.lines = new LineScanner(in);
        this.features = header();
    }

    private List<String> header() throws IOException {
        List<String> columns = new ArrayList<>();
        if (lines.nextLine()) {
            while (lines.hasField()) {
                columns.add(lines.text());
            }
        }
        int shared = PartColumns.SHARED.size();
        if (columns.size() < shared || !columns.subList(0, shared).equals(PartColumns.SHARED)) {
            throw new DataFault(name + " line 1: expected the columns " + PartColumns.SHARED + ", found " + columns);
        }
        return List.copyOf(columns.subList(shared, columns.size()));
    }

    /** @return names of the numeric features, in column order */
    public List<String> features() {
        return features;
    }

    /**
     * The remaining rows without their features.
     *
     * @return a single-use iterator; it throws {@link DataFault} naming part and line at a malformed row
     */
    public Iterator<CanonicalTransaction> transactions() {
        return new Rows<>() {
            @Override
            CanonicalTransaction read() {
                return transaction();
            }
        };
    }

    /**
     * The remaining rows with their features.
     *
     * @return a single-use iterator; it throws {@link DataFault} naming part and line at a malformed row
     */
    public Iterator<CanonicalRow> rows() {
        return new Rows<>() {
            @Override
            CanonicalRow read() {
                CanonicalTransaction transaction = transaction();
                double[] values = new double[features.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = lines.number();
                }
                return new CanonicalRow(transaction, values);
            }
        };
    }

    private CanonicalTransaction transaction() {
        return new CanonicalTransaction(
                bank,
                lines.text(),
                Instant.parse(lines.text()),
                new BigDecimal(lines.text()),
                lines.text(),
                lines.text(),
                optional(lines.text()),
                optional(lines.text()),
                PayeeKind.valueOf(lines.text()),
                Label.valueOf(lines.text()),
                LifecycleStage.valueOf(lines.text()),
                Long.parseLong(lines.text()));
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * The hash of everything read; the part's hash once the last row has been read.
     *
     * @return sha256 of the uncompressed bytes, lower-case hex
     * @throws IllegalStateException if rows are left
     */
    public String sha256() {
        if (!ended) {
            throw new IllegalStateException(name + " is not read to its end");
        }
        MessageDigest digest = in.getMessageDigest();
        try {
            return Hashes.hex((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            return Hashes.hex(digest);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private abstract class Rows<T> implements Iterator<T> {

        abstract T read();

        @Override
        public boolean hasNext() {
            if (!ready && !ended) {
                try {
                    ready = lines.nextLine();
                    ended = !ready;
                    line++;
                } catch (EOFException | ZipException e) {
                    throw new DataFault(name + " line " + line + ": the compressed data is damaged", e);
                } catch (IOException e) {
                    throw new TransientFault(name + " line " + line + ": reading stopped", e);
                }
            }
            return ready;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException(name + " has no more rows");
            }
            ready = false;
            try {
                return read();
            } catch (DataFault | IllegalArgumentException | DateTimeException e) {
                throw new DataFault(name + " line " + line + ": " + e.getMessage(), e);
            }
        }
    }
}
