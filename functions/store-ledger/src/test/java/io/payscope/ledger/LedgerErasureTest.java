package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.model.Grain;
import io.payscope.core.port.BucketSpan;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerErasureTest {

    private static final BankId OURS = new BankId(1);
    private static final BankId THEIRS = new BankId(2);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private EmbeddedLedger ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = EmbeddedLedger.migrated();
        for (BankId bank : List.of(OURS, THEIRS)) {
            load(bank);
            new LedgerRuns(ledger.transactions())
                    .record(
                            new RunSummary("run-" + bank, RunSummary.RunStatus.SUCCEEDED, "s3://b/k", ""),
                            START.plusSeconds(bank.value()),
                            List.of(new ModelOutcome(
                                    bank,
                                    ModelOutcome.Kind.FRAUD,
                                    ModelOutcome.Status.TRAINED,
                                    "",
                                    "models/card.json",
                                    "sha",
                                    Map.of())),
                            Set.of());
        }
        try (Connection superuser = ledger.superuser();
                Statement statement = superuser.createStatement()) {
            for (BankId bank : List.of(OURS, THEIRS)) {
                statement.execute("INSERT INTO reports VALUES (" + bank + ", 'u', 1, 1, 1, 1)");
                for (String table : List.of("hourly_buckets", "daily_buckets")) {
                    statement.execute("INSERT INTO " + table + " VALUES (" + bank + ", '2026-01-01', 500, 1, 0)");
                }
            }
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private LoadReceipt load(BankId bank) {
        return new LedgerLoader(ledger.transactions())
                .load(bank, "u", Payments.part(0, 500), Payments.rows(bank, 0, 500));
    }

    @Test
    void aBankIsErasedWholeAndNoOtherIsTouched() throws SQLException {
        LedgerQueries queries = new LedgerQueries(ledger.transactions());
        LedgerCensus theirs = queries.census(THEIRS);

        assertThat(new LedgerErasure(ledger.transactions()).erase(OURS)).isGreaterThan(500);

        assertThat(queries.census(OURS)).isEqualTo(new LedgerCensus(0, 0, 0, 0, 0));
        assertThat(queries.census(THEIRS)).isEqualTo(theirs);
        try (Connection superuser = ledger.superuser()) {
            List<String> tables = Sql.list(
                    superuser,
                    row -> row.getString(1),
                    "SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE"
                            + " a.attname = 'bank_id' AND c.relkind IN ('r', 'p') AND c.relnamespace ="
                            + " 'public'::regnamespace");
            assertThat(tables).hasSizeGreaterThan(8);
            for (String table : tables) {
                assertThat(Sql.find(
                                superuser,
                                row -> row.getLong(1),
                                "SELECT count(*) FROM " + table + " WHERE bank_id = " + OURS))
                        .as(table)
                        .hasValue(0L);
            }
        }
    }

    @Test
    void erasingAgainRemovesNothingAndTheBankCanBeLoadedAnew() {
        LedgerErasure erasure = new LedgerErasure(ledger.transactions());
        erasure.erase(OURS);
        assertThat(erasure.erase(OURS)).isZero();
        assertThat(load(OURS).inserted()).isEqualTo(500);
    }

    @Test
    void anErasureThatWasCutShortIsFinishedByTheNext() {
        ledger.transactions().call(OURS, "cutting short", connection -> {
            Sql.list(connection, row -> "", "SELECT set_config('app.erase_bank', ?, true)", OURS.toString());
            return Sql.update(connection, "DELETE FROM transactions WHERE bank_id = 1 AND source_row % 2 = 0");
        });
        assertThat(new LedgerErasure(ledger.transactions()).erase(OURS)).isPositive();
        assertThat(new LedgerQueries(ledger.transactions()).census(OURS)).isEqualTo(new LedgerCensus(0, 0, 0, 0, 0));
    }

    @Test
    void thePermissionToEraseDoesNotOutliveItsTransaction() {
        new LedgerErasure(ledger.transactions()).erase(OURS);
        for (int i = 0; i < 8; i++) {
            assertThat(ledger.transactions()
                            .<Integer>call(
                                    THEIRS, "trying", connection -> Sql.update(connection, "DELETE FROM transactions")))
                    .isZero();
        }
    }

    @Test
    void theRegisterTellsRunsModelsAndBuckets() {
        LedgerRegister register = new LedgerRegister(ledger.transactions());
        assertThat(register.runs(null, 10)).extracting("runId").containsExactly("run-2", "run-1");
        assertThat(register.runs(START.plusSeconds(2), 10)).extracting("runId").containsExactly("run-1");
        assertThat(register.runs(null, 1)).hasSize(1);
        assertThat(register.run("run-1"))
                .hasValueSatisfying(run -> assertThat(run.startedAt()).isEqualTo(START.plusSeconds(1)));
        assertThat(register.run("run-9")).isEmpty();
        assertThat(register.models(OURS)).singleElement().satisfies(model -> assertThat(model.runId())
                .isEqualTo("run-1"));
        assertThat(register.buckets(OURS)).extracting(BucketSpan::grain).containsExactly(Grain.HOUR, Grain.DAY);
        assertThat(register.buckets(OURS)).extracting(BucketSpan::volume).containsExactly(500L, 500L);
        assertThat(register.buckets(new BankId(3)))
                .allSatisfy(span -> assertThat(span.first()).isNull());
    }
}
