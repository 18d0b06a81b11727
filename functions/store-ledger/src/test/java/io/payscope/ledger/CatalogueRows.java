package io.payscope.ledger;

import io.payscope.core.model.BankId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Rows for any table that has a bank, made from what the catalogue says about its columns. */
final class CatalogueRows {

    static final String TENANT =
            "c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND EXISTS (SELECT"
                    + " FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'bank_id' AND NOT a.attisdropped)";

    private final List<Column> columns;
    private final String table;

    private CatalogueRows(String table, List<Column> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Every table and partition with a bank, in order of their names. */
    static List<String> tables(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT c.relname FROM pg_class c WHERE " + TENANT + " ORDER BY 1");
    }

    /** Takes away what would refuse a row for another reason than its bank: checks of values. */
    static void dropChecks(Connection superuser) throws SQLException {
        for (String drop : Sql.list(
                superuser,
                row -> row.getString(1),
                "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.oid::regclass, k.conname) FROM pg_constraint k "
                        + "JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c' AND k.coninhcount = 0 AND "
                        + TENANT)) {
            execute(superuser, drop);
        }
    }

    static CatalogueRows of(Connection connection, String table) throws SQLException {
        return new CatalogueRows(
                table,
                Sql.list(
                        connection,
                        row -> new Column(row.getString(1), row.getString(2)),
                        "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = ?::regclass "
                                + "AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' "
                                + "ORDER BY attnum",
                        table));
    }

    /** Makes the row as superuser. References are not checked: what they refer to may belong to any table. */
    void make(Connection superuser, BankId bank) throws SQLException {
        execute(superuser, "SET session_replication_role = replica");
        execute(superuser, insert(bank) + " ON CONFLICT DO NOTHING");
        execute(superuser, "RESET session_replication_role");
    }

    String insert(BankId bank) {
        return "INSERT INTO " + table + " (" + names() + ") VALUES ("
                + columns.stream().map(column -> column.value(bank)).collect(Collectors.joining(", ")) + ")";
    }

    /** The row as COPY takes it. */
    String copied(BankId bank) {
        return columns.stream()
                        .map(column -> column.value(bank).replace("'", ""))
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** An assignment that makes an update of the row a real one; {@code source} is empty or ends with a dot. */
    String touch(String source) {
        return columns.stream()
                .filter(column -> !column.name().equals("bank_id"))
                .map(column -> column.name() + " = " + source + column.name())
                .findFirst()
                .orElseThrow();
    }

    static int execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }

    private record Column(String name, String type) {

        String value(BankId bank) {
            if (name.equals("bank_id")) {
                return bank.toString();
            }
            if (type.endsWith("[]")) {
                return "'{}'";
            }
            return switch (type) {
                case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "0";
                case "boolean" -> "false";
                case "text", "character varying", "character" -> "'x'";
                case "json", "jsonb" -> "'{}'";
                case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
                case "bytea" -> "'\\x00'";
                case "date" -> "'2024-01-01'";
                case "timestamp with time zone", "timestamp without time zone" -> "'2024-01-01 00:00:00'";
                default -> throw new IllegalStateException("column " + name + ": no value for type " + type);
            };
        }
    }
}
