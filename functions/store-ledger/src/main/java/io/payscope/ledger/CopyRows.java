package io.payscope.ledger;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams transactions into a temporary table by COPY in text format (PostgreSQL documentation, COPY: file formats).
 * Holds one chunk of 64 KiB, whatever the number of rows. COPY is refused for a table with row-level security, hence
 * the detour.
 */
final class CopyRows {

    /** What the temporary table is called; it lives as long as the transaction. */
    static final String TABLE = "part_rows";

    private static final String CREATE = """
        CREATE TEMPORARY TABLE part_rows (
            transaction_id text COLLATE "C", occurred_at timestamptz, amount numeric, currency text, channel text,
            payer_id text, payee_id text, payee_kind text, label text, lifecycle_stage text, source_row bigint
        ) ON COMMIT DROP\
        """;

    private static final int CHUNK_CHARS = 1 << 16;

    private final BankId bank;
    private final String name;
    private final StringBuilder chunk = new StringBuilder(CHUNK_CHARS + 1024);
    private long rows;

    private CopyRows(BankId bank, String name) {
        this.bank = bank;
        this.name = name;
    }

    /**
     * Creates the temporary table and fills it.
     *
     * @param bank the bank that every row must be of
     * @param name what error messages call the part
     * @return number of rows
     * @throws DataFault if a row is of another bank
     */
    static long into(Connection connection, BankId bank, String name, Iterator<CanonicalTransaction> rows)
            throws SQLException {
        Sql.update(connection, CREATE);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY part_rows FROM STDIN");
        try {
            CopyRows encoder = new CopyRows(bank, name);
            encoder.write(copy, rows);
            copy.endCopy();
            return encoder.rows;
        } catch (SQLException | RuntimeException | Error failure) {
            cancel(copy, failure);
            throw failure;
        }
    }

    private static void cancel(CopyIn copy, Throwable failure) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void write(CopyIn copy, Iterator<CanonicalTransaction> source) throws SQLException {
        while (source.hasNext()) {
            append(source.next());
            if (chunk.length() >= CHUNK_CHARS) {
                flush(copy);
            }
        }
        flush(copy);
    }

    private void flush(CopyIn copy) throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        chunk.setLength(0);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void append(CanonicalTransaction row) {
        rows++;
        if (!row.bankId().equals(bank)) {
            throw new DataFault(name + " row " + rows + ": expected bank " + bank + ", found bank " + row.bankId());
        }
        text(row.transactionId()).append('\t');
        chunk.append(row.occurredAt()).append('\t');
        chunk.append(row.amount().toPlainString()).append('\t');
        text(row.currency()).append('\t');
        text(row.channel()).append('\t');
        text(row.payerId()).append('\t');
        text(row.payeeId()).append('\t');
        chunk.append(row.payeeKind().name()).append('\t');
        chunk.append(row.label().name()).append('\t');
        chunk.append(row.lifecycleStage().name()).append('\t');
        chunk.append(row.sourceRow()).append('\n');
    }

    private StringBuilder text(@Nullable String text) {
        if (text == null) {
            return chunk.append("\\N");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> chunk.append("\\\\");
                case '\t' -> chunk.append("\\t");
                case '\n' -> chunk.append("\\n");
                case '\r' -> chunk.append("\\r");
                default -> chunk.append(c);
            }
        }
        return chunk;
    }
}
