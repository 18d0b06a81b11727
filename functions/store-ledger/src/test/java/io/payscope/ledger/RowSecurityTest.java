package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowSecurityTest {

    private static final BankId OURS = new BankId(1);
    private static final BankId THEIRS = new BankId(2);
    private static final String REFUSED = "42501";

    private static final String HAS_BANK = "relnamespace = 'public'::regnamespace "
            + "AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND attname = 'bank_id')";

    /** One row of every tenant table; filled in: the bank, the row's id. */
    private static final Map<String, String> INSERTS = new TreeMap<>(Map.of(
            "uploads", "(bank_id, upload_id) VALUES (%d, '%s')",
            "load_receipts",
                    "(bank_id, upload_id, part, part_sha256, rows, inserted, already_present) "
                            + "VALUES (%d, 'u', %s::text::int, 's', 1, 1, 0)",
            "reports",
                    "(bank_id, upload_id, rows, ledger_inserted, graph_inserted, documents) "
                            + "VALUES (%d, '%s', 1, 1, 1, 1)",
            "merchants", "(bank_id, merchant_id, first_seen) VALUES (%d, '%s', now())",
            "transactions",
                    "(bank_id, transaction_id, occurred_at, amount, currency, channel, payee_kind, label, "
                            + "lifecycle_stage, source_row, upload_id) "
                            + "VALUES (%d, '%s', now(), 1, 'EUR', 'c', 'UNKNOWN', 'UNKNOWN', 'SETTLED', 1, 'u')",
            "hourly_buckets",
                    "(bank_id, bucket_start, volume, amount, frauds) "
                            + "VALUES (%d, to_timestamp(%s::text::int), 1, 1, 0)",
            "daily_buckets",
                    "(bank_id, bucket_start, volume, amount, frauds) "
                            + "VALUES (%d, to_timestamp(%s::text::int), 1, 1, 0)",
            "model_registry",
                    "(bank_id, model_key, model_sha256, kind, status, reason, metrics, run_id) "
                            + "VALUES (%d, '%s', 's', 'FRAUD', 'TRAINED', '', '{}', 'r')"));

    private static EmbeddedLedger ledger;

    @BeforeAll
    static void fill() throws SQLException {
        ledger = EmbeddedLedger.migrated();
        try (Connection superuser = ledger.superuser();
                Statement statement = superuser.createStatement()) {
            for (BankId bank : List.of(OURS, THEIRS)) {
                statement.execute("INSERT INTO uploads (bank_id, upload_id) VALUES (" + bank + ", 'u')");
                statement.execute(insert("uploads", bank, 1));
                for (String table : INSERTS.keySet()) {
                    statement.execute(insert(table, bank, 1) + " ON CONFLICT DO NOTHING");
                }
            }
        } catch (SQLException e) {
            ledger.close();
            throw e;
        }
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    static Set<String> tables() {
        return INSERTS.keySet();
    }

    private static String insert(String table, BankId bank, int id) {
        String values = INSERTS.get(table);
        return "INSERT INTO " + table + " " + values.formatted(bank.value(), Integer.toString(id));
    }

    @Test
    void everyTableWithABankIsInThisTest() {
        assertThat(new TreeSet<>(catalogue("SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p') "
                        + "AND NOT relispartition AND " + HAS_BANK)))
                .isEqualTo(INSERTS.keySet());
    }

    @Test
    void everyTableAndPartitionWithABankForcesRowSecurity() {
        List<String> secured = catalogue("SELECT relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid "
                + "WHERE relkind IN ('r', 'p') AND relrowsecurity AND relforcerowsecurity AND polcmd = '*' "
                + "AND polqual IS NOT NULL AND polwithcheck IS NOT NULL AND " + HAS_BANK);
        assertThat(secured)
                .containsExactlyInAnyOrderElementsOf(
                        catalogue("SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p') AND " + HAS_BANK))
                .hasSize(INSERTS.size() + 8);
    }

    @Test
    void theFunctionsRoleOwnsNothingAndMayDoNoMoreThanReadAndWriteRows() {
        assertThat(catalogue("SELECT refobjid::text FROM pg_shdepend WHERE deptype = 'o' " + "AND refobjid = '"
                        + EmbeddedLedger.APP + "'::regrole"))
                .isEmpty();
        assertThat(catalogue("SELECT relname || ' ' || privilege FROM pg_class c, "
                        + "unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS privilege "
                        + "WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace "
                        + "AND has_table_privilege('" + EmbeddedLedger.APP + "', c.oid, privilege)"))
                .isEmpty();
        assertThat(catalogue("SELECT relname FROM pg_class c WHERE relispartition AND relkind = 'r' "
                        + "AND has_table_privilege('" + EmbeddedLedger.APP + "', c.oid, 'SELECT, INSERT, UPDATE')"))
                .isEmpty();
    }

    @Test
    void rowsCanBeRemovedFromTablesOfABankOnly() {
        assertThat(catalogue("SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p', 'v', 'm') "
                        + "AND relnamespace = 'public'::regnamespace "
                        + "AND has_table_privilege('" + EmbeddedLedger.APP + "', c.oid, 'DELETE')"))
                .containsExactlyInAnyOrderElementsOf(INSERTS.keySet());
        assertThat(catalogue("SELECT relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid "
                        + "WHERE relkind IN ('r', 'p') AND polcmd = 'd' AND NOT polpermissive AND " + HAS_BANK))
                .hasSize(INSERTS.size() + 8);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noRowIsRemovedWithoutSayingThatItsBankIsErased(String table) {
        long before = count(OURS, table, "true");
        for (String erased : List.of("", THEIRS.toString())) {
            assertThat(ledger.transactions().<Integer>call(OURS, "trying", connection -> {
                        Sql.list(connection, row -> "", "SELECT set_config('app.erase_bank', ?, true)", erased);
                        return Sql.update(connection, "DELETE FROM " + table);
                    }))
                    .isZero();
        }
        assertThat(count(OURS, table, "true")).isEqualTo(before).isPositive();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aBankSeesItsOwnRowsOnly(String table) {
        assertThat(count(OURS, table, "true"))
                .isEqualTo(count(OURS, table, "bank_id = " + OURS))
                .isPositive();
        assertThat(count(OURS, table, "bank_id = " + THEIRS)).isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aBankCannotWriteRowsOfAnother(String table) {
        assertRefused(insert(table, THEIRS, 3));
        assertChangesNothing("UPDATE " + table + " SET bank_id = bank_id WHERE bank_id = " + THEIRS);
        assertChangesNothing("DELETE FROM " + table + " WHERE bank_id = " + THEIRS);
        assertRefused("UPDATE " + table + " SET bank_id = " + THEIRS + " WHERE bank_id = " + OURS);
        assertRefused("TRUNCATE " + table + " CASCADE");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void withoutABankThereIsNothingToSeeOrWrite(String table) {
        long seen = ledger.transactions().callWithoutBank("counting", connection -> count(connection, table, "true"));
        assertThat(seen).isZero();
        assertThatExceptionOfType(ConfigFault.class)
                .isThrownBy(() -> ledger.transactions()
                        .callWithoutBank("writing", connection -> Sql.update(connection, insert(table, OURS, 4))))
                .withMessageContaining(REFUSED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theOwnerIsBoundToo(String table) {
        try (TenantTransactions owner = TenantTransactions.open(ledger.settings("payscope_owner"))) {
            assertThat(owner.<Long>callWithoutBank("counting", connection -> count(connection, table, "true")))
                    .isZero();
        }
    }

    @Test
    void partitionsCannotBeReachedDirectly() {
        for (String partition : catalogue("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'")) {
            assertRefused("SELECT count(*) FROM " + partition);
        }
    }

    private static List<String> catalogue(String sql) {
        try (Connection superuser = ledger.superuser()) {
            return Sql.list(superuser, row -> row.getString(1), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(BankId bank, String table, String condition) {
        return ledger.transactions().call(bank, "counting", connection -> count(connection, table, condition));
    }

    private static long count(Connection connection, String table, String condition) throws SQLException {
        return Sql.find(connection, row -> row.getLong(1), "SELECT count(*) FROM " + table + " WHERE " + condition)
                .orElseThrow();
    }

    private static void assertRefused(String sql) {
        assertThatExceptionOfType(ConfigFault.class)
                .as(sql)
                .isThrownBy(() -> ledger.transactions().call(OURS, "trying", connection -> execute(connection, sql)))
                .withMessageContaining(REFUSED);
    }

    /** Either there is no such permission, or there is no such row. */
    private static void assertChangesNothing(String sql) {
        try {
            assertThat(ledger.transactions().<Integer>call(OURS, "trying", connection -> execute(connection, sql)))
                    .as(sql)
                    .isZero();
        } catch (ConfigFault refused) {
            assertThat(refused).hasMessageContaining(REFUSED);
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }
}
