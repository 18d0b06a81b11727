package io.payscope.stores;

import io.payscope.stores.neo4j.Neo4jServer;
import io.payscope.stores.neo4j.Neo4jSettings;
import io.payscope.stores.net.LoopbackPorts;
import io.payscope.stores.pinecone.PineconeServer;
import io.payscope.stores.pinecone.PineconeSettings;
import io.payscope.stores.postgres.PostgresServer;
import io.payscope.stores.postgres.PostgresSettings;
import io.payscope.stores.s3.S3Server;
import io.payscope.stores.s3.S3Settings;
import java.io.IOException;
import java.nio.file.Path;

/** The four stores, started and stopped side by side. */
final class RunningStores implements AutoCloseable {

    private static final String BUCKET = "payscope-data";
    private static final String INDEX = "payscope";

    private final Secrets secrets;
    private final Launch<PostgresServer> postgres;
    private final Launch<Neo4jServer> neo4j;
    private final Launch<S3Server> s3;
    private final Launch<PineconeServer> pinecone;

    private RunningStores(StoresOptions options, Secrets secrets) {
        this.secrets = secrets;
        Path state = options.state();
        // Neo4j takes longest, so it goes first.
        this.neo4j = Launch.begin(
                "Neo4j",
                options.boltPort(),
                () -> Neo4jServer.start(
                        new Neo4jSettings(state.resolve("neo4j"), options.boltPort(), secrets.neo4j())));
        this.postgres = Launch.begin(
                "PostgreSQL",
                options.postgresPort(),
                () -> PostgresServer.start(new PostgresSettings(
                        state.resolve("postgres"),
                        StoresMain.logFolder(state).resolve("postgres.log"),
                        options.postgresPort(),
                        secrets.postgresSuperuser(),
                        secrets.postgresOwner(),
                        secrets.postgresApp())));
        this.s3 = Launch.begin(
                "S3",
                options.s3Port(),
                () -> S3Server.start(new S3Settings(
                        state.resolve("s3"), options.s3Port(), BUCKET, secrets.s3AccessKey(), secrets.s3SecretKey())));
        this.pinecone = Launch.begin(
                "Pinecone",
                options.pineconePort(),
                () -> PineconeServer.start(new PineconeSettings(
                        state.resolve("pinecone"),
                        options.pineconePort(),
                        options.pineconeDataPort(),
                        secrets.pineconeApiKey())));
    }

    /**
     * Begins to start them.
     *
     * @throws StartFailure if a port is taken; nothing was begun then
     */
    static RunningStores begin(StoresOptions options, Secrets secrets) {
        requireFree("PostgreSQL", options.postgresPort());
        requireFree("Neo4j", options.boltPort());
        requireFree("S3", options.s3Port());
        requireFree("Pinecone", options.pineconePort());
        requireFree("Pinecone", options.pineconeDataPort());
        return new RunningStores(options, secrets);
    }

    /**
     * Waits until all are ready.
     *
     * @throws StartFailure if one is not
     */
    StoreEndpoints awaitReady() {
        PostgresServer ledger = postgres.await();
        S3Server objects = s3.await();
        PineconeServer vectors = pinecone.await();
        Neo4jServer graph = neo4j.await();
        return new StoreEndpoints(
                ProcessHandle.current().pid(),
                new StoreEndpoints.S3(objects.endpoint(), secrets.s3AccessKey(), secrets.s3SecretKey(), BUCKET),
                new StoreEndpoints.Postgres(
                        ledger.jdbcUrl(),
                        LoopbackPorts.HOST,
                        ledger.port(),
                        PostgresSettings.DATABASE,
                        PostgresSettings.OWNER,
                        secrets.postgresOwner(),
                        PostgresSettings.APP,
                        secrets.postgresApp()),
                new StoreEndpoints.Neo4j(graph.boltUri(), Neo4jSettings.USER, secrets.neo4j()),
                new StoreEndpoints.Pinecone(vectors.controlUrl(), vectors.apiKey(), INDEX));
    }

    /** Stops those that are ready, and those that still start as soon as they are. */
    @Override
    public void close() {
        Launch.endAll(postgres, neo4j, s3, pinecone);
    }

    private static void requireFree(String store, int port) {
        try {
            LoopbackPorts.requireFree(port);
        } catch (IOException e) {
            throw StartFailure.portTaken("Port " + port + " of " + store + " is in use by another program", e);
        }
    }
}
