package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue must say of every table, those of the future included. */
class TenantCatalogueTest {

    /** Tables that belong to no bank, and why. */
    private static final Map<String, String> SHARED = Map.of(
            "run_registry", "a run spans banks; read by the admin function for ADMIN and SYSTEM",
            "audit", "what was done across banks; the functions' role adds and reads, nothing else",
            "audit_unchained", "what was recorded before the log was a chain; nobody may add to it",
            "flyway_schema_history", "versions of the tables");

    private static EmbeddedLedger ledger;

    @BeforeAll
    static void migrate() throws SQLException {
        ledger = EmbeddedLedger.migrated();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static List<String> catalogue(String sql, Object... parameters) throws SQLException {
        try (Connection superuser = ledger.superuser()) {
            return Sql.list(superuser, row -> row.getString(1), sql, parameters);
        }
    }

    @Test
    void t4EveryTableHasABankOrAReasonToHaveNone() throws SQLException {
        assertThat(catalogue("SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p', 'f', 'm') "
                        + "AND c.relnamespace = 'public'::regnamespace AND NOT (" + CatalogueRows.TENANT + ")"))
                .as("tables without a bank_id: a shared table needs its reason here")
                .containsExactlyInAnyOrderElementsOf(SHARED.keySet());
    }

    @Test
    void t4EveryTableAndPartitionForcesRowSecurityByOnePolicyForEverybody() throws SQLException {
        assertThat(catalogue("SELECT c.relname FROM pg_class c WHERE " + CatalogueRows.TENANT
                        + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p "
                        + "WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polroles = '{0}' "
                        + "AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL))"))
                .isEmpty();
        // Policies are joined by OR: a second permissive one could only widen what the first shows.
        assertThat(catalogue("SELECT polrelid::regclass::text FROM pg_policy WHERE polpermissive "
                        + "GROUP BY polrelid HAVING count(*) > 1"))
                .isEmpty();
        assertThat(catalogue("SELECT DISTINCT coalesce(pg_get_expr(polqual, polrelid), '-') FROM pg_policy "
                        + "WHERE polpermissive"))
                .hasSize(1)
                .isEqualTo(
                        catalogue("SELECT DISTINCT coalesce(pg_get_expr(polwithcheck, polrelid), '-') FROM pg_policy "
                                + "WHERE polpermissive"));
        // A restrictive one is joined by AND: it takes away. A row is removed only by a transaction that erases its
        // bank.
        assertThat(catalogue("SELECT DISTINCT polcmd::text || ' ' || pg_get_expr(polqual, polrelid) FROM pg_policy "
                        + "WHERE NOT polpermissive"))
                .singleElement()
                .asString()
                .startsWith("d (bank_id = ")
                .contains("app.erase_bank");
        assertThat(catalogue("SELECT c.relname FROM pg_class c WHERE " + CatalogueRows.TENANT
                        + " AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive)"))
                .as("tables whose rows can be removed without erasing the bank")
                .isEmpty();
        assertThat(catalogue("SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE "
                        + CatalogueRows.TENANT + " AND a.attname = 'bank_id' AND NOT a.attnotnull"))
                .as("a row without a bank is nobody's")
                .isEmpty();
    }

    @Test
    void t4NothingRunsWithAnothersRights() throws SQLException {
        assertThat(catalogue("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND (relkind = "
                        + "'m' OR relkind = 'v' AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', "
                        + "false))"))
                .as("views that read as their owner")
                .isEmpty();
        assertThat(catalogue("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"))
                .as("SECURITY DEFINER")
                .isEmpty();
        assertThat(catalogue("SELECT rulename FROM pg_rules WHERE schemaname = 'public'"))
                .isEmpty();
    }

    @Test
    void t4TheFunctionsRoleIsNoSuperuserAndMemberOfNothing() throws SQLException {
        assertThat(catalogue(
                        "SELECT rolname FROM pg_roles WHERE rolname = ? AND NOT (rolsuper OR rolbypassrls OR "
                                + "rolcreaterole OR rolcreatedb OR rolreplication)",
                        EmbeddedLedger.APP))
                .containsExactly(EmbeddedLedger.APP);
        assertThat(catalogue(
                        "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = ?::regrole",
                        EmbeddedLedger.APP))
                .isEmpty();
        assertThat(ledger.transactions().<String>callWithoutBank("asking", connection -> Sql.find(
                                connection,
                                row -> row.getString(1),
                                "SELECT session_user || ' ' || current_user || ' ' || current_setting('is_superuser') "
                                        + "|| ' ' || current_setting('row_security')")
                        .orElseThrow()))
                .isEqualTo(EmbeddedLedger.APP + " " + EmbeddedLedger.APP + " off on");
    }

    @Test
    void t4NoUniqueKeyOrReferenceOrSequenceRevealsAnotherBank() throws SQLException {
        assertThat(catalogue(
                        "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
                                + "WHERE i.indisunique AND " + CatalogueRows.TENANT
                                + " AND i.indkey[0] <> (SELECT attnum FROM "
                                + "pg_attribute WHERE attrelid = c.oid AND attname = 'bank_id')"))
                .as("unique keys that do not begin with bank_id")
                .isEmpty();
        assertThat(catalogue("SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute a "
                        + "JOIN pg_class c ON c.oid = a.attrelid WHERE a.attnum > 0 AND " + CatalogueRows.TENANT
                        + " AND (a.attidentity <> '' OR pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS "
                        + "NOT NULL)"))
                .as("numbers that count every bank's rows")
                .isEmpty();
        assertThat(catalogue(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND CASE relkind"
                            + " WHEN 'S' THEN has_sequence_privilege(?, oid, 'USAGE, SELECT, UPDATE') ELSE false END",
                        EmbeddedLedger.APP))
                .isEmpty();
    }

    @Test
    void t4TheStatisticsOfAColumnShowNoValues() throws SQLException {
        try (Connection superuser = ledger.superuser()) {
            for (String table : List.of("uploads", "merchants")) {
                CatalogueRows.of(superuser, table).make(superuser, new BankId(2));
            }
            CatalogueRows.execute(superuser, "ANALYZE");
        }
        List<String> seen = ledger.transactions()
                .call(
                        new BankId(1),
                        "looking",
                        connection -> Sql.list(
                                connection,
                                row -> row.getString(1),
                                "SELECT tablename FROM pg_stats WHERE schemaname = 'public' AND EXISTS (SELECT FROM"
                                        + " pg_class c WHERE c.relname = tablename AND " + CatalogueRows.TENANT + ")"));
        assertThat(seen).isEmpty();
        assertThat(catalogue("SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = 'public'"))
                .contains("uploads", "merchants");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "1 OR 1=1",
                "2; DROP TABLE uploads",
                "*",
                "%",
                "null",
                "2147483648",
                "1,2",
                "{1,2}",
                "00000000-0000-0000-0000-000000000002",
                "\u0662",
                "-1",
                "0",
                "1.5"
            })
    void t5AHostileBankSeesNothing(String bank) throws SQLException {
        try (Connection superuser = ledger.superuser()) {
            CatalogueRows.of(superuser, "uploads").make(superuser, new BankId(2));
        }
        try {
            long seen = ledger.transactions().callWithoutBank("looking", connection -> {
                Sql.list(connection, row -> "", "SELECT set_config('app.bank_id', ?, true)", bank);
                return Sql.find(connection, row -> row.getLong(1), "SELECT count(*) FROM uploads")
                        .orElseThrow();
            });
            assertThat(seen).isZero();
        } catch (DataFault noNumber) {
            assertThat(noNumber).hasMessageMatching("(?s).*SQLState 22(P02|003)\\).*");
        }
    }

    @Test
    void t6EveryReferenceBetweenTenantTablesNamesTheBank() throws SQLException {
        assertThat(catalogue("SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k "
                        + "JOIN pg_class c ON c.oid = k.confrelid WHERE k.contype = 'f' AND " + CatalogueRows.TENANT
                        + " AND NOT EXISTS (SELECT FROM generate_subscripts(k.conkey, 1) i "
                        + "JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = k.conkey[i] "
                        + "JOIN pg_attribute other ON other.attrelid = k.confrelid AND other.attnum = k.confkey[i] "
                        + "WHERE own.attname = 'bank_id' AND other.attname = 'bank_id')"))
                .isEmpty();
    }

    @Test
    void t6AReferenceToAnotherBanksUploadIsRefused() throws SQLException {
        try (Connection superuser = ledger.superuser()) {
            CatalogueRows.execute(superuser, "INSERT INTO uploads (bank_id, upload_id) VALUES (2, 'theirs')");
        }
        String report = "INSERT INTO reports (bank_id, upload_id, rows, ledger_inserted, graph_inserted, documents) "
                + "VALUES (%d, 'theirs', 0, 0, 0, 0)";
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> ledger.transactions()
                        .call(new BankId(1), "writing", connection -> Sql.update(connection, report.formatted(1))))
                .withMessageContaining("23503");
        assertThat(ledger.transactions()
                        .<Integer>call(
                                new BankId(2), "writing", connection -> Sql.update(connection, report.formatted(2))))
                .isOne();
    }
}
