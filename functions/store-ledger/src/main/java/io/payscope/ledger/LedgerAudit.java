package io.payscope.ledger;

import io.payscope.core.audit.AuditEntry;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.audit.AuditLog;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditTrail;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit table: a chain of hashes that the database itself links. The functions' role may add to it and read it, and
 * can neither change nor remove an entry; a trigger refuses that to the table's owner too.
 */
public final class LedgerAudit implements AuditTrail, AuditLog {

    private static final String APPEND =
            "INSERT INTO audit (principal, role, about_bank, action, outcome, detail) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String READ = """
        SELECT seq, at, principal, role, about_bank, action, outcome, detail, previous_hash, hash
        FROM audit WHERE seq > ? ORDER BY seq LIMIT ?\
        """;

    private static final String HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";

    private final TenantTransactions transactions;

    public LedgerAudit(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEvent event) {
        transactions.callWithoutBank("writing the audit trail", connection -> append(connection, event));
    }

    /** Appends within the caller's transaction: what is undone was never on record. */
    static int append(Connection connection, AuditEvent event) throws SQLException {
        BankId bank = event.bank();
        @Nullable Integer about = bank == null ? null : bank.value();
        return Sql.update(
                connection,
                APPEND,
                storable(event.principal()),
                storable(event.role()),
                about,
                storable(event.action()),
                event.outcome().name(),
                storable(event.detail()));
    }

    /** PostgreSQL's text has no zero character. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }

    @Override
    public List<AuditEntry> after(long after, int limit) {
        return transactions.callWithoutBank(
                "reading the audit trail", connection -> Sql.list(connection, LedgerAudit::entry, READ, after, limit));
    }

    @Override
    public AuditHead head() {
        return transactions.callWithoutBank("reading the end of the audit trail", connection -> Sql.find(
                        connection, row -> new AuditHead(row.getLong(1), row.getString(2)), HEAD)
                .orElse(AuditHead.EMPTY));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        int bank = row.getInt(5);
        BankId about = row.wasNull() ? null : new BankId(bank);
        AuditEvent event = new AuditEvent(
                row.getString(3),
                row.getString(4),
                about,
                row.getString(6),
                AuditEvent.Outcome.valueOf(row.getString(7)),
                row.getString(8));
        return new AuditEntry(row.getLong(1), Sql.instant(row, 2), event, row.getString(9), row.getString(10));
    }
}
