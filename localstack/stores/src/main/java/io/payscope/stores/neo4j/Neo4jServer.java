package io.payscope.stores.neo4j;

import io.payscope.stores.net.LoopbackPorts;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Neo4j Community inside this process. Commits are forced to the log file, so they survive kill -9; the next start
 * replays them.
 */
public final class Neo4jServer implements AutoCloseable {

    private final DatabaseManagementService service;
    private final int port;

    private Neo4jServer(DatabaseManagementService service, int port) {
        this.service = service;
        this.port = port;
    }

    /**
     * Opens the folder, recovers it if need be, and serves.
     *
     * @throws BindException if the port is taken
     * @throws IOException if the folder cannot be written
     */
    public static Neo4jServer start(Neo4jSettings settings) throws IOException {
        LoopbackPorts.requireFree(settings.port());
        Path home = Files.createDirectories(settings.folder()).toRealPath();
        DatabaseManagementService service = configured(home, settings.port()).build();
        try {
            requirePassword(service, home, settings.password());
            GraphDatabaseAPI database =
                    (GraphDatabaseAPI) service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            int port = database.getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT)
                    .getPort();
            return new Neo4jServer(service, port);
        } catch (IOException | RuntimeException e) {
            service.shutdown();
            throw e;
        }
    }

    /** @return URI for the driver */
    public String boltUri() {
        return "bolt://" + LoopbackPorts.HOST + ":" + port;
    }

    @Override
    public void close() {
        service.shutdown();
    }

    private static DatabaseManagementServiceBuilder configured(Path home, int port) {
        SocketAddress address = new SocketAddress(LoopbackPorts.HOST, port);
        Duration second = Duration.ofSeconds(1);
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
                .setConfig(BoltConnector.thread_pool_max_size, 32)
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                // Closing waits for these as a whole; the default of 5 s each doubles the time to stop.
                .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, second)
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, second)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                // A batch of 10,000 rows takes some tens of MiB; a runaway query must not take the process.
                .setConfig(GraphDatabaseSettings.memory_transaction_global_max_size, ByteUnit.mebiBytes(320))
                .setConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(256))
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(64))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none");
    }

    /** A new server has a password that everybody knows, and wants it to be changed by the first caller. */
    private static void requirePassword(DatabaseManagementService service, Path home, String password)
            throws IOException {
        Path done = home.resolve("password-is-set");
        if (!Files.exists(done)) {
            service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                    .executeTransactionally(
                            "ALTER USER " + Neo4jSettings.USER + " SET PASSWORD $password CHANGE NOT REQUIRED",
                            Map.of("password", password));
            Files.createFile(done);
        }
    }
}
