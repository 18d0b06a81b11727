package io.payscope.stores.postgres;

import static io.payscope.stores.postgres.PostgresSettings.APP;
import static io.payscope.stores.postgres.PostgresSettings.DATABASE;
import static io.payscope.stores.postgres.PostgresSettings.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the database and the roles of a new server, all of it or nothing. */
final class DatabaseSetup {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSetup.class);

    /** Who may come in, from this machine only and never without a password. */
    private static final String ACCESS_RULES = """
        host all postgres 127.0.0.1/32 scram-sha-256
        host %s %s,%s 127.0.0.1/32 scram-sha-256
        """.formatted(DATABASE, OWNER, APP);

    private final PostgresSettings settings;
    private final Path data;
    private final Path done;

    DatabaseSetup(PostgresSettings settings, Path data) {
        this.settings = settings;
        this.data = data;
        this.done = data.resolveSibling("database-is-set-up");
    }

    /**
     * Removes a data directory whose setting up was cut short.
     *
     * @return whether {@link #createDatabase} is to be called
     */
    boolean prepare() throws IOException {
        if (Files.exists(done)) {
            return false;
        }
        if (Files.exists(data)) {
            LOG.warn("Removing {}: setting it up was cut short", data);
            try (Stream<Path> tree = Files.walk(data)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return true;
    }

    /** Makes roles and database as the superuser, then closes the door that was open to it without a password. */
    void createDatabase(DataSource superuser) throws SQLException, IOException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + settings.superuserPassword() + "'");
            statement.execute(login(OWNER, settings.ownerPassword()));
            statement.execute(login(APP, settings.appPassword()));
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            // Loading copies into temporary tables.
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + APP);
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS_RULES);
            statement.execute("SELECT pg_reload_conf()");
        }
        Files.createFile(done);
    }

    private static String login(String role, String password) {
        if (password.contains("'")) {
            throw new IllegalArgumentException("The password of " + role + " holds a quote");
        }
        return "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD '"
                + password + "'";
    }
}
