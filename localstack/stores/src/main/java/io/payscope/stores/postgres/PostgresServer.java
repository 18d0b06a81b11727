package io.payscope.stores.postgres;

import io.payscope.stores.net.LoopbackPorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL with one database and two roles. A commit that was acknowledged survives kill -9 of everything here; a
 * power cut may cost the database, because nothing is forced to the disk.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /**
     * For two cores and little memory. fsync is off (the library insists): what a killed process has written stays with
     * the operating system. Two settings that the library switches off with it are on, because they matter to kills:
     * synchronous_commit, without which acknowledged commits wait up to 0.6 s in the memory of the server, and
     * full_page_writes, as a kill can cut the write of an 8 KiB page after 4 KiB.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", LoopbackPorts.HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "50"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("effective_cache_size", "512MB"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("autovacuum_max_workers", "1"),
            Map.entry("max_worker_processes", "2"),
            Map.entry("max_parallel_workers", "2"),
            Map.entry("max_parallel_workers_per_gather", "1"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"));

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Ends what is left of an earlier server on the folder, then starts one; the first time with a new database.
     *
     * @throws BindException if the port is taken
     * @throws IOException if the server does not start
     */
    public static PostgresServer start(PostgresSettings settings) throws IOException {
        Path data = Files.createDirectories(settings.folder()).toRealPath().resolve("data");
        LeftoverServer.end(data);
        DatabaseSetup setup = new DatabaseSetup(settings, data);
        boolean fresh = setup.prepare();
        LoopbackPorts.requireFree(settings.port());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        settings.folder().resolve("programs").toFile())
                .setRegisterShutdownHook(false)
                .setPort(LoopbackPorts.orFree(settings.port()))
                .setPGStartupWait(LONGEST_START)
                .setConnectConfig("password", settings.superuserPassword())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setErrorRedirector(Redirect.appendTo(settings.log().toFile()))
                .setOutputRedirector(Redirect.appendTo(settings.log().toFile()));
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        if (fresh) {
            try {
                setup.createDatabase(postgres.getPostgresDatabase());
            } catch (SQLException | IOException e) {
                postgres.close();
                throw new IOException("The new database could not be set up; see " + settings.log(), e);
            }
        }
        return new PostgresServer(postgres);
    }

    /** @return the port it listens on */
    public int port() {
        return postgres.getPort();
    }

    /** @return JDBC URL of the database, without a user */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + port() + "/" + PostgresSettings.DATABASE;
    }

    /** Ends running sessions and stops. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("PostgreSQL stopped");
    }
}
