package io.payscope.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh database on the one PostgreSQL server of this test run, with an owner and a role for the functions. */
public final class EmbeddedLedger implements AutoCloseable {

    static final String APP = "payscope_app";
    private static final String OWNER = "payscope_owner";
    private static final String SECRET = "not-a-secret";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final String database = "ledger_" + DATABASES.incrementAndGet();
    private final TenantTransactions transactions;

    private EmbeddedLedger() throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " OWNER " + OWNER);
        }
        transactions = TenantTransactions.open(app());
    }

    /** @return a database without tables */
    public static EmbeddedLedger empty() throws SQLException {
        return new EmbeddedLedger();
    }

    /** @return a migrated database */
    public static EmbeddedLedger migrated() throws SQLException {
        EmbeddedLedger ledger = new EmbeddedLedger();
        ledger.migration().migrate();
        return ledger;
    }

    LedgerMigration migration() {
        return new LedgerMigration(settings(OWNER), APP);
    }

    /** @return how the functions log in */
    public LedgerSettings app() {
        return settings(APP);
    }

    LedgerSettings settings(String role) {
        return new LedgerSettings(
                "jdbc:aws-wrapper:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + database, role, SECRET);
    }

    /** @return transactions of the functions' role */
    public TenantTransactions transactions() {
        return transactions;
    }

    /** @return a connection that row-level security does not bind, to look from outside */
    Connection superuser() throws SQLException {
        return superuser(database);
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(Server.POSTGRES.getJdbcUrl("postgres", database));
    }

    @Override
    public void close() {
        transactions.close();
    }

    /** Started with the first database, stopped by its own shutdown hook. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + SECRET + "'");
                    statement.execute("CREATE ROLE " + APP + " LOGIN PASSWORD '" + SECRET + "'");
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("the server started and refuses its superuser", e);
            }
        }
    }
}
