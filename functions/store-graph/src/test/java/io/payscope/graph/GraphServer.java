package io.payscope.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A real, migrated Neo4j server that all tests of this JVM share; each test uses banks of its own. */
final class GraphServer implements BeforeAllCallback, ParameterResolver {

    private static final Duration SHUTDOWN = Duration.ofSeconds(1);
    private static final long PAGE_CACHE_BYTES = 64L << 20;

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GraphConnection.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).connection();
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(GraphServer.class))
                .computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    private static Running start() {
        Neo4j server = Neo4jBuilders.newInProcessBuilder(directory())
                .withDisabledServer()
                .withConfig(GraphDatabaseSettings.pagecache_memory, PAGE_CACHE_BYTES)
                .withConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, SHUTDOWN)
                .withConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, SHUTDOWN)
                .build();
        GraphConnection connection = GraphConnection.open(new GraphSettings(server.boltURI(), "neo4j", ""));
        new GraphMigration(connection).migrate();
        return new Running(server, connection);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("graph");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closed when all tests of the JVM have run. */
    private record Running(Neo4j server, GraphConnection connection) implements AutoCloseable {

        @Override
        public void close() {
            connection.close();
            server.close();
        }
    }
}
