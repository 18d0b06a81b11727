package io.payscope.graph;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationConfig;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;

/** A pool of Bolt connections to one graph database. Nothing is asked of it before it is used. Thread-safe. */
public final class GraphConnection implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_TIME = Duration.ofSeconds(15);
    private static final int POOL_SIZE = 4;

    /** After this the server ends a transaction; a batch takes a few seconds. */
    private static final TransactionConfig TRANSACTION =
            TransactionConfig.builder().withTimeout(Duration.ofMinutes(3)).build();

    private final Driver driver;

    private GraphConnection(Driver driver) {
        this.driver = driver;
    }

    /**
     * Opens the pool.
     *
     * @param settings where the graph is
     */
    public static GraphConnection open(GraphSettings settings) {
        Config config = Config.builder()
                .withConnectionTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(ACQUIRE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(RETRY_TIME.toMillis(), TimeUnit.MILLISECONDS)
                .withMaxConnectionPoolSize(POOL_SIZE)
                .withNotificationConfig(NotificationConfig.disableAllConfig())
                .withTelemetryDisabled(true)
                .withLogging(Logging.slf4j())
                .build();
        return new GraphConnection(GraphDatabase.driver(
                settings.uri(),
                settings.password().isEmpty()
                        ? AuthTokens.none()
                        : AuthTokens.basic(settings.user(), settings.password()),
                config));
    }

    /** Does all of the work in one transaction, again from the start where the database ended it in passing. */
    <T> T write(String doing, TransactionCallback<T> work) {
        return session(doing, session -> session.executeWrite(work, TRANSACTION));
    }

    /** Reads in one transaction. */
    <T> T read(String doing, TransactionCallback<T> work) {
        return session(doing, session -> session.executeRead(work, TRANSACTION));
    }

    /** Opens a session for statements that cannot share a transaction. */
    <T> T session(String doing, Function<Session, T> work) {
        return GraphFaults.call(doing, () -> {
            try (Session session = driver.session()) {
                return work.apply(session);
            }
        });
    }

    @Override
    public void close() {
        driver.close();
    }
}
