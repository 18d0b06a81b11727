package io.payscope.stores.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests, because making it takes seconds; those that restart the server come last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresServerTest {

    private static final String OWNER_PASSWORD = "owner-secret";
    private static final String APP_PASSWORD = "app-secret";

    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(settings(0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void rolesHaveNoPowerBeyondTheDatabase() throws Exception {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet roles = statement.executeQuery("SELECT rolname FROM pg_roles WHERE rolname LIKE 'payscope%'"
                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)")) {
            assertThat(roles.next()).isFalse();
        }
        assertThat(text(owner(), "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'payscope'"))
                .isEqualTo(PostgresSettings.OWNER);
        assertThat(text(app(), "SELECT count(*)::text FROM pg_class WHERE relowner = 'payscope_app'::regrole"))
                .isEqualTo("0");
    }

    @Test
    @Order(1)
    void theAppCannotMakeTablesButTemporaryOnes() throws Exception {
        run(app(), "CREATE TEMP TABLE t (a int)");
        assertThatThrownBy(() -> run(app(), "CREATE TABLE t (a int)")).hasMessageContaining("permission denied");
    }

    @Test
    @Order(1)
    void nobodyComesInWithoutThePassword() {
        for (String role : List.of("postgres", PostgresSettings.OWNER, PostgresSettings.APP)) {
            assertThatThrownBy(() -> connect(role, "guess")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                        server.jdbcUrl().replace("/payscope", "/postgres"), PostgresSettings.APP, APP_PASSWORD))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(1)
    void keepsWhatKillsNeed() throws Exception {
        assertThat(text(app(), "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(text(app(), "SHOW full_page_writes")).isEqualTo("on");
        assertThat(text(app(), "SHOW server_encoding")).isEqualTo("UTF8");
    }

    @Test
    @Order(2)
    void restartKeepsTheRows() throws Exception {
        run(owner(), "CREATE TABLE kept (a text)");
        run(owner(), "INSERT INTO kept VALUES ('before')");
        server.close();
        server = PostgresServer.start(settings(0));
        assertThat(text(owner(), "SELECT a FROM kept")).isEqualTo("before");
    }

    @Test
    @Order(3)
    void aServerThatOutlivedItsParentIsStoppedAndNothingIsLost() throws Exception {
        run(owner(), "CREATE TABLE survivors (a text)");
        run(owner(), "INSERT INTO survivors VALUES ('committed')");
        assertThat(LeftoverServer.processesIn(data())).isNotEmpty();
        LeftoverServer.end(data());
        assertThat(LeftoverServer.processesIn(data())).isEmpty();
        assertThat(data().resolve("postmaster.pid")).doesNotExist();
        server.close();
        server = PostgresServer.start(settings(0));
        assertThat(text(owner(), "SELECT a FROM survivors")).isEqualTo("committed");
    }

    @Test
    @Order(4)
    void aKilledServerRecoversAndItsLockFileIsNoObstacle() throws Exception {
        run(owner(), "CREATE TABLE killed (a text)");
        run(owner(), "INSERT INTO killed SELECT repeat('x', 100) FROM generate_series(1, 20000)");
        Path lockFile = data().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(lockFile);
        LeftoverServer.processesIn(data()).forEach(ProcessHandle::destroyForcibly);
        server.close();
        // The number went to another process, as after a restart of the machine.
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lockFile, lines);
        server = PostgresServer.start(settings(0));
        assertThat(text(owner(), "SELECT count(*)::text FROM killed")).isEqualTo("20000");
    }

    @Test
    @Order(5)
    void aTakenPortIsABindException() throws Exception {
        server.close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(settings(taken.getLocalPort())))
                    .isInstanceOf(BindException.class);
        }
        server = PostgresServer.start(settings(0));
    }

    @Test
    @Order(6)
    void aSetUpThatWasCutShortIsDoneAgain() throws Exception {
        server.close();
        Files.delete(folder.resolve("postgres").resolve("database-is-set-up"));
        Files.delete(data().resolve("PG_VERSION"));
        server = PostgresServer.start(settings(0));
        assertThat(text(owner(), "SELECT count(*)::text FROM pg_tables WHERE tableowner = 'payscope_owner'"))
                .isEqualTo("0");
    }

    private static PostgresSettings settings(int port) {
        return new PostgresSettings(
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                port,
                "superuser-secret",
                OWNER_PASSWORD,
                APP_PASSWORD);
    }

    private static Path data() throws Exception {
        return folder.resolve("postgres").toRealPath().resolve("data");
    }

    private static Connection owner() throws SQLException {
        return connect(PostgresSettings.OWNER, OWNER_PASSWORD);
    }

    private static Connection app() throws SQLException {
        return connect(PostgresSettings.APP, APP_PASSWORD);
    }

    private static Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), role, password);
    }

    private static void run(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
