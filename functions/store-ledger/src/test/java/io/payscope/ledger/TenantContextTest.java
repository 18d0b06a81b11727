package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** T3: whoever borrows a connection next inherits no bank, however the one before ended. */
class TenantContextTest {

    private static final BankId A = new BankId(1);
    private static final String SHOWN = "SELECT pg_backend_pid() || '|' || coalesce(current_setting('app.bank_id', "
            + "true), '') || '|' || (SELECT count(*) FROM uploads)";

    private EmbeddedLedger ledger;

    @BeforeEach
    void fill() throws SQLException {
        ledger = EmbeddedLedger.migrated();
        try (Connection superuser = ledger.superuser()) {
            for (int bank = 1; bank <= 4; bank++) {
                CatalogueRows.execute(
                        superuser,
                        "INSERT INTO uploads (bank_id, upload_id) SELECT " + bank
                                + ", 'u' || i FROM generate_series(1, " + bank + ") i");
            }
        }
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    private static String shown(Connection connection) throws SQLException {
        return Sql.find(connection, row -> row.getString(1), SHOWN).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT 1/0",
                "SET LOCAL statement_timeout = '20ms'; SELECT pg_sleep(20)",
                "ROLLBACK",
                "COMMIT",
                "SAVEPOINT here; SELECT set_config('app.bank_id', '2', true); ROLLBACK TO here"
            })
    void t3TheNextBorrowerSeesNothing(String last) {
        String before = ledger.transactions().call(A, "working", TenantContextTest::shown);
        try {
            ledger.transactions().call(A, "working", connection -> CatalogueRows.execute(connection, last));
        } catch (Fault ended) {
            assertThat(ended).hasMessageContaining("working of bank 1");
        }
        String after = ledger.transactions().callWithoutBank("looking", TenantContextTest::shown);
        assertThat(before).endsWith("|1|1");
        assertThat(after).isEqualTo(before.replaceFirst("\\|.*", "||0"));
    }

    @Test
    void t3AConnectionThatTheServerEndedLeavesNothing() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> ledger.transactions().call(A, "working", connection -> {
                    try (Connection superuser = ledger.superuser()) {
                        CatalogueRows.execute(
                                superuser,
                                "SELECT pg_terminate_backend("
                                        + shown(connection).replaceFirst("\\|.*", "") + ")");
                    }
                    return shown(connection);
                }));
        assertThat(ledger.transactions().callWithoutBank("looking", TenantContextTest::shown))
                .endsWith("||0");
    }

    @Test
    void t3BanksThatShareAPoolDoNotMix() throws InterruptedException, ExecutionException {
        List<Future<String>> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 400; i++) {
                BankId bank = new BankId(1 + i % 4);
                seen.add(threads.submit(() -> ledger.transactions().call(bank, "working", TenantContextTest::shown)));
            }
        }
        for (int i = 0; i < seen.size(); i++) {
            int bank = 1 + i % 4;
            assertThat(seen.get(i).get()).endsWith("|" + bank + "|" + bank);
        }
    }
}
