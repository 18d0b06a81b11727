package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.audit.AuditCheck;
import io.payscope.core.audit.AuditEntry;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain as the database links it, and what the check finds after somebody who is above the triggers was there. */
class LedgerAuditTest {

    private EmbeddedLedger ledger;
    private LedgerAudit audit;

    @BeforeEach
    void open() throws SQLException {
        ledger = EmbeddedLedger.migrated();
        audit = new LedgerAudit(ledger.transactions());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anEmptyChainIsWhole() {
        assertThat(AuditCheck.of(audit, null)).isEqualTo(new AuditCheck(0, AuditHead.EMPTY, List.of()));
    }

    @Test
    void entriesFormAChainWhateverTheyContain() {
        audit.append(event("ada", new BankId(3), "7:x11:é\u20ac\uD83D\uDE00"));
        audit.append(event("", null, ""));
        audit.append(event("a\0b", null, "line\nline"));

        AuditCheck check = AuditCheck.of(audit, null);
        assertThat(check.breaks()).isEmpty();
        assertThat(check.entries()).isEqualTo(3);
        assertThat(check.head()).isEqualTo(audit.head());
        List<AuditEntry> entries = audit.after(0, 10);
        assertThat(entries.getFirst().previousHash()).isEqualTo(AuditEntry.GENESIS);
        assertThat(entries.getFirst().event()).isEqualTo(event("ada", new BankId(3), "7:x11:é\u20ac\uD83D\uDE00"));
        assertThat(audit.after(2, 10)).extracting(AuditEntry::seq).containsExactly(3L);
        assertThat(audit.after(0, 1)).hasSize(1);
    }

    @Test
    void concurrentWritersMakeOneChainWithoutGaps() throws InterruptedException, ExecutionException {
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 80; i++) {
                int number = i;
                writers.add(many.submit(() -> audit.append(event("writer " + number, null, ""))));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(AuditCheck.of(audit, null).breaks()).isEmpty();
        assertThat(audit.head().seq()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET outcome = 'DENIED'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "INSERT INTO audit (seq, principal, role, action, outcome, detail) VALUES (9, 'x', '', 'y', 'DONE',"
                        + " '')",
                "INSERT INTO audit (at, principal, role, action, outcome, detail) VALUES (now(), 'x', '', 'y', 'DONE',"
                        + " '')",
                "INSERT INTO audit (hash, principal, role, action, outcome, detail) VALUES ('', 'x', '', 'y', 'DONE',"
                        + " '')",
                "UPDATE audit_unchained SET outcome = 'DENIED'",
                "DELETE FROM audit_unchained",
                "INSERT INTO audit_unchained (principal, action, outcome) VALUES ('x', 'y', 'z')"
            })
    void theFunctionsRoleCanOnlyAdd(String sql) {
        audit.append(event("ada", null, ""));
        assertThatExceptionOfType(ConfigFault.class).isThrownBy(() -> as("payscope_app", sql));
        assertThat(AuditCheck.of(audit, null).entries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit SET detail = 'x'", "DELETE FROM audit", "TRUNCATE audit"})
    void theTriggersRefuseTheOwnerToo(String sql) {
        audit.append(event("ada", null, ""));
        assertThatExceptionOfType(ConfigFault.class)
                .isThrownBy(() -> as("payscope_owner", sql))
                .withMessageContaining("only grows");
    }

    @Test
    void theOwnerCannotChooseNumbersOrHashesEither() {
        as(
                "payscope_owner",
                "INSERT INTO audit (seq, at, principal, role, action, outcome, detail, previous_hash, hash) "
                        + "VALUES (7, 'epoch', 'x', '', 'y', 'DONE', '', 'p', 'h')");
        assertThat(AuditCheck.of(audit, null).breaks()).isEmpty();
        assertThat(audit.head().seq()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE audit SET detail = 'harmless' WHERE seq = 3           | entry 3: its content has the hash
        UPDATE audit SET principal = 'bob' WHERE seq = 1             | entry 1: its content has the hash
        UPDATE audit SET about_bank = 2 WHERE seq = 2                | entry 2: its content has the hash
        UPDATE audit SET at = at + interval '1 us' WHERE seq = 4     | entry 4: its content has the hash
        UPDATE audit SET hash = repeat('a', 64) WHERE seq = 5        | entry 5: its content has the hash
        DELETE FROM audit WHERE seq = 3                              | entry 4 follows entry 2
        DELETE FROM audit WHERE seq = 1                              | entry 2 follows entry 0
        UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE seq IN (2, 3); UPDATE audit SET seq = -seq WHERE seq < 0 | entry 2: expected
        DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3 | entry 3: expected
        """)
    void tamperingShows(String sql, String found) throws SQLException {
        for (int i = 0; i < 5; i++) {
            audit.append(event("ada", new BankId(1), "entry " + i));
        }
        pastTheTriggers(sql);
        assertThat(AuditCheck.of(audit, null).breaks())
                .anySatisfy(line -> assertThat(line).startsWith(found));
    }

    @Test
    void aCutOffEndShowsAgainstANotedHeadAndOnlyAgainstThat() throws SQLException {
        for (int i = 0; i < 5; i++) {
            audit.append(event("ada", null, "entry " + i));
        }
        AuditHead noted = audit.head();
        assertThat(AuditCheck.of(audit, noted).whole()).isTrue();
        audit.append(event("ada", null, "later"));
        assertThat(AuditCheck.of(audit, noted).whole()).isTrue();

        pastTheTriggers("DELETE FROM audit WHERE seq > 3");
        assertThat(AuditCheck.of(audit, null).whole()).isTrue();
        assertThat(AuditCheck.of(audit, noted).breaks())
                .containsExactly("the noted entry 5 is gone: the chain ends with entry 3");

        audit.append(event("mallory", null, "x"));
        audit.append(event("mallory", null, "y"));
        assertThat(AuditCheck.of(audit, noted).breaks())
                .singleElement()
                .asString()
                .contains("noted hash");
    }

    private static AuditEvent event(String principal, BankId bank, String detail) {
        return new AuditEvent(principal, "ADMIN", bank, "GET /x", AuditEvent.Outcome.ALLOWED, detail);
    }

    private void as(String role, String sql) {
        try (TenantTransactions transactions = TenantTransactions.open(ledger.settings(role))) {
            transactions.callWithoutBank("trying", connection -> Sql.update(connection, sql));
        }
    }

    private void pastTheTriggers(String sql) throws SQLException {
        try (Connection superuser = ledger.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
