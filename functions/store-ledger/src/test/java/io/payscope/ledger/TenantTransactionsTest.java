package io.payscope.ledger;

import static io.payscope.ledger.Payments.part;
import static io.payscope.ledger.Payments.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantTransactionsTest {

    private static final BankId BANK = new BankId(1);

    private static final Duration SHORT = Duration.ofSeconds(2);

    private static EmbeddedLedger ledger;

    @BeforeAll
    static void start() throws SQLException {
        ledger = EmbeddedLedger.migrated();
        new LedgerLoader(ledger.transactions()).load(BANK, "u", part(0, 10), rows(BANK, 0, 10));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private record Look(int backend, String bank, String timeout, long rows) {}

    private static final SqlWork<Look> LOOK = connection -> Sql.find(
                    connection,
                    row -> new Look(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)),
                    "SELECT pg_backend_pid(), current_setting('app.bank_id', true), "
                            + "current_setting('statement_timeout'), (SELECT count(*) FROM transactions)")
            .orElseThrow();

    @Test
    void theBankDoesNotSurviveOnTheConnection() {
        Look tenant = ledger.transactions().call(BANK, "looking", LOOK);
        assertThat(tenant.bank()).isEqualTo("1");
        assertThat(tenant.timeout()).isEqualTo("2min");
        assertThat(tenant.rows()).isEqualTo(10);
        Look next = ledger.transactions().callWithoutBank("looking", LOOK);
        assertThat(next).isEqualTo(new Look(tenant.backend(), "", "2min", 0));
        assertThat(ledger.transactions().call(new BankId(2), "looking", LOOK).rows())
                .isZero();
    }

    @Test
    void theBankDoesNotSurviveAFailureEither() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> ledger.transactions().call(BANK, "failing", connection -> {
                    throw new DataFault("wrong");
                }))
                .withMessage("wrong");
        assertThat(ledger.transactions().callWithoutBank("looking", LOOK).rows())
                .isZero();
    }

    @Test
    void whatFailsIsRolledBack() {
        assertThatExceptionOfType(BugFault.class)
                .isThrownBy(() -> ledger.transactions().call(BANK, "failing", connection -> {
                    Sql.update(connection, "INSERT INTO uploads (bank_id, upload_id) VALUES (1, 'half')");
                    return Sql.update(connection, "NOT SQL");
                }))
                .withMessageContaining("failing of bank 1")
                .withCauseInstanceOf(SQLException.class);
        assertThat(ledger.transactions().<Boolean>call(BANK, "looking", connection -> Sql.find(
                                connection, row -> true, "SELECT 1 FROM uploads WHERE upload_id = 'half'")
                        .isPresent()))
                .isFalse();
    }

    @Test
    void aRoleThatMayNotLogInIsAConfigFaultWithoutThePassword() {
        LedgerSettings wrong = new LedgerSettings(ledger.app().url(), "nobody", "guessed-secret");
        try (TenantTransactions transactions = TenantTransactions.open(wrong, SHORT)) {
            assertThatExceptionOfType(ConfigFault.class)
                    .isThrownBy(() -> transactions.call(BANK, "looking", LOOK))
                    .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("guessed-secret"));
        }
        assertThat(wrong).hasToString("LedgerSettings[user=nobody]");
    }

    @Test
    void aServerThatIsNotThereIsTransient() {
        LedgerSettings nowhere =
                new LedgerSettings("jdbc:aws-wrapper:postgresql://127.0.0.1:1/ledger", EmbeddedLedger.APP, "x");
        try (TenantTransactions transactions = TenantTransactions.open(nowhere, SHORT)) {
            assertThatExceptionOfType(TransientFault.class).isThrownBy(() -> transactions.call(BANK, "looking", LOOK));
        }
    }

    @Test
    void aUrlThatGoesPastTheWrapperIsRefused() {
        assertThatExceptionOfType(ConfigFault.class)
                .isThrownBy(() -> new LedgerSettings("jdbc:postgresql://localhost/ledger", "user", "password"));
    }

    @ParameterizedTest
    @CsvSource({
        "08006, TransientFault", "40P01, TransientFault", "40001, TransientFault", "55P03, TransientFault",
        "53300, TransientFault", "57P01, TransientFault", "57014, TransientFault", "42501, ConfigFault",
        "42P01, ConfigFault", "28P01, ConfigFault", "3D000, ConfigFault", "22P02, DataFault",
        "23505, DataFault", "42601, BugFault", "XX000, BugFault",
    })
    void everySqlStateHasItsFault(String state, String fault) {
        Fault found = SqlFaults.of("doing", new SQLException("reason", state));
        assertThat(found.getClass().getSimpleName()).isEqualTo(fault);
        assertThat(found).hasMessage("doing: reason (SQLState " + state + ")");
    }

    @Test
    void theInnermostStateCounts() {
        SQLException server = new SQLException("password authentication failed", "28P01");
        assertThat(SqlFaults.of("doing", new SQLTransientConnectionException("timed out", "08001", server)))
                .isInstanceOf(ConfigFault.class);
    }
}
