package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/**
 * Bank A against the rows of bank B, in every table and partition that the catalogue knows, by every way to read or
 * write. Once with the grants as shipped, and once with every right on rows granted, partitions included, so that the
 * policies are seen to hold without the grants.
 */
class TenantMatrixTest {

    private static final BankId A = new BankId(1);
    private static final BankId B = new BankId(2);
    private static final List<String> REFUSALS = List.of("42501", "0A000", "23514");

    private static final Map<Boolean, EmbeddedLedger> LEDGERS = new TreeMap<>();

    @BeforeAll
    static void fill() throws SQLException {
        for (boolean everythingGranted : List.of(false, true)) {
            EmbeddedLedger ledger = EmbeddedLedger.migrated();
            LEDGERS.put(everythingGranted, ledger);
            try (Connection superuser = ledger.superuser()) {
                CatalogueRows.dropChecks(superuser);
                for (String table : CatalogueRows.tables(superuser)) {
                    // A partition holds the rows that hash to it: they are made through its parent.
                    if (!partition(superuser, table)) {
                        CatalogueRows.of(superuser, table).make(superuser, A);
                        CatalogueRows.of(superuser, table).make(superuser, B);
                    }
                }
                if (everythingGranted) {
                    CatalogueRows.execute(
                            superuser,
                            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "
                                    + EmbeddedLedger.APP);
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        LEDGERS.values().forEach(EmbeddedLedger::close);
        LEDGERS.clear();
    }

    static List<Arguments> tables() throws SQLException {
        List<Arguments> cases = new ArrayList<>();
        for (Map.Entry<Boolean, EmbeddedLedger> entry : LEDGERS.entrySet()) {
            try (Connection superuser = entry.getValue().superuser()) {
                for (String table : CatalogueRows.tables(superuser)) {
                    cases.add(Arguments.of(table, entry.getKey()));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t1SelectShowsNothingOfB(String table, boolean granted) throws SQLException {
        String sql = "SELECT count(*) FROM " + table + " WHERE bank_id <> 1";
        assertNothing(table, granted, connection -> count(connection, sql));
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t1InsertForBIsRefused(String table, boolean granted) throws SQLException {
        assertRefused(table, granted, rows(table, granted).insert(B));
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t1UpdateReachesNothingOfB(String table, boolean granted) throws SQLException {
        String touch = "UPDATE " + table + " SET " + rows(table, granted).touch("") + " WHERE bank_id = 2";
        assertNothing(table, granted, connection -> CatalogueRows.execute(connection, touch));
        String handOver = "UPDATE " + table + " SET bank_id = 2 WHERE bank_id = 1";
        assertNothing(table, granted, connection -> CatalogueRows.execute(connection, handOver));
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t1DeleteReachesNothingOfB(String table, boolean granted) throws SQLException {
        String sql = "DELETE FROM " + table + " WHERE bank_id = 2";
        assertNothing(table, granted, connection -> CatalogueRows.execute(connection, sql));
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t1UpsertForBIsRefusedWhetherTheRowExistsOrNot(String table, boolean granted) throws SQLException {
        CatalogueRows rows = rows(table, granted);
        assertRefused(table, granted, rows.insert(B) + " ON CONFLICT DO NOTHING");
        assertRefused(table, granted, rows.insert(new BankId(3)) + " ON CONFLICT DO NOTHING");
        String key = primaryKey(table, granted);
        assertRefused(
                table,
                granted,
                rows.insert(B) + " ON CONFLICT ON CONSTRAINT " + key + " DO UPDATE SET " + rows.touch("EXCLUDED."));
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t1CopyNeitherTakesNorShowsRowsOfB(String table, boolean granted) throws SQLException {
        CatalogueRows rows = rows(table, granted);
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> work(granted, connection -> copyIn(connection, table, rows)))
                .satisfies(TenantMatrixTest::refused);
        assertNothing(table, granted, connection -> copyOut(connection, table)
                .lines()
                .filter(bank -> !bank.equals("1"))
                .count());
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t2WithoutABankNothingIsReadAndAWriteIsRefused(String table, boolean granted) throws SQLException {
        TenantTransactions transactions = ledger(granted).transactions();
        String all = "SELECT count(*) FROM " + table;
        try {
            long seen = transactions.callWithoutBank("reading", connection -> count(connection, all));
            assertThat(seen).isZero();
        } catch (Fault refusal) {
            refused(refusal);
        }
        String insert = rows(table, granted).insert(A);
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> transactions.callWithoutBank(
                        "writing", connection -> CatalogueRows.execute(connection, insert)))
                .satisfies(TenantMatrixTest::refused);
    }

    @ParameterizedTest(name = "{0}, everything granted: {1}")
    @MethodSource("tables")
    void t4TruncateIsRefused(String table, boolean granted) throws SQLException {
        assertRefused(table, granted, "TRUNCATE " + table + " CASCADE");
    }

    private static EmbeddedLedger ledger(boolean granted) {
        return Objects.requireNonNull(LEDGERS.get(granted));
    }

    private static CatalogueRows rows(String table, boolean granted) throws SQLException {
        try (Connection superuser = ledger(granted).superuser()) {
            return CatalogueRows.of(superuser, table);
        }
    }

    private static String primaryKey(String table, boolean granted) throws SQLException {
        try (Connection superuser = ledger(granted).superuser()) {
            return Sql.find(
                            superuser,
                            row -> row.getString(1),
                            "SELECT conname FROM pg_constraint WHERE contype = 'p' AND conrelid = ?::regclass",
                            table)
                    .orElseThrow();
        }
    }

    private static boolean partition(Connection superuser, String table) throws SQLException {
        return count(superuser, "SELECT count(*) FROM pg_class WHERE relispartition AND relname = '" + table + "'") > 0;
    }

    private static <T> T work(boolean granted, SqlWork<T> work) {
        return ledger(granted).transactions().call(A, "trying", work);
    }

    /** The work finds nothing or is refused, and bank B's rows are afterwards what they were. */
    private static void assertNothing(String table, boolean granted, SqlWork<? extends Number> work)
            throws SQLException {
        List<String> before = ofB(table, granted);
        try {
            assertThat(TenantMatrixTest.<Number>work(granted, work::run).longValue())
                    .isZero();
        } catch (Fault refusal) {
            refused(refusal);
        }
        assertThat(ofB(table, granted)).isEqualTo(before);
    }

    private static void assertRefused(String table, boolean granted, String sql) throws SQLException {
        List<String> before = ofB(table, granted);
        assertThatExceptionOfType(Fault.class)
                .as(sql)
                .isThrownBy(() -> work(granted, connection -> CatalogueRows.execute(connection, sql)))
                .satisfies(TenantMatrixTest::refused);
        assertThat(ofB(table, granted)).isEqualTo(before);
    }

    /** The rows of banks other than A: at least one where the table is no partition. */
    private static List<String> ofB(String table, boolean granted) throws SQLException {
        try (Connection superuser = ledger(granted).superuser()) {
            List<String> rows = Sql.list(
                    superuser,
                    row -> row.getString(1),
                    "SELECT t::text FROM " + table + " t WHERE bank_id <> 1 ORDER BY 1");
            if (!partition(superuser, table)) {
                assertThat(rows).as("rows of bank B in " + table).hasSize(1);
            }
            return rows;
        }
    }

    private static void refused(Fault refusal) {
        assertThat(REFUSALS).as(refusal.getMessage()).anyMatch(state -> String.valueOf(refusal.getMessage())
                .contains("SQLState " + state));
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return Sql.find(connection, row -> row.getLong(1), sql).orElseThrow();
    }

    private static long copyIn(Connection connection, String table, CatalogueRows rows) throws SQLException {
        byte[] text = rows.copied(B).getBytes(StandardCharsets.UTF_8);
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " (" + rows.names() + ") FROM STDIN", new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static String copyOut(Connection connection, String table) throws SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            // A partitioned table is copied by a query.
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT bank_id FROM " + table + ") TO STDOUT", out);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
