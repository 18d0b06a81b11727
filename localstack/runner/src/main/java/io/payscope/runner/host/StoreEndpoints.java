package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.BugFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the stores process is: what it writes into {@code endpoints.json}. The two processes share no class, because
 * their class paths do not go together; the file is their contract.
 *
 * @param pid process id of the stores
 * @param s3 the object store
 * @param postgres the ledger
 * @param neo4j the graph
 * @param pinecone the vector index
 */
public record StoreEndpoints(long pid, S3 s3, Postgres postgres, Neo4j neo4j, Pinecone pinecone) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The object store.
     *
     * @param endpoint URL
     * @param accessKey what requests are signed with
     * @param secretKey of the access key
     * @param bucket that is there
     */
    public record S3(String endpoint, String accessKey, String secretKey, String bucket) {}

    /**
     * The ledger.
     *
     * @param jdbcUrl without a user
     * @param host of the server
     * @param port of the server
     * @param database name
     * @param ownerUser role for migrations
     * @param ownerPassword of the owner
     * @param appUser role for the functions
     * @param appPassword of the functions' role
     */
    public record Postgres(
            String jdbcUrl,
            String host,
            int port,
            String database,
            String ownerUser,
            String ownerPassword,
            String appUser,
            String appPassword) {}

    /**
     * The graph.
     *
     * @param uri Bolt URI
     * @param user the only one
     * @param password of the user
     */
    public record Neo4j(String uri, String user, String password) {}

    /**
     * The vector index.
     *
     * @param controlUrl URL of the control plane
     * @param apiKey what calls carry
     * @param index its name
     */
    public record Pinecone(String controlUrl, String apiKey, String index) {}

    /** Reads what a stores process wrote. */
    static StoreEndpoints read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), StoreEndpoints.class);
        } catch (JacksonException e) {
            throw new BugFault(file + " is not what this version of the stores writes", e);
        }
    }

    /** Adds the settings by which the functions find the stores. */
    public void addTo(Map<Setting, String> settings) {
        settings.put(Setting.BUCKET, s3.bucket());
        settings.put(Setting.S3_ENDPOINT, s3.endpoint());
        settings.put(Setting.S3_ACCESS_KEY, s3.accessKey());
        settings.put(Setting.S3_SECRET_KEY, s3.secretKey());
        settings.put(
                Setting.LEDGER_URL,
                postgres.jdbcUrl().replaceFirst("^jdbc:postgresql:", "jdbc:aws-wrapper:postgresql:"));
        settings.put(Setting.LEDGER_USER, postgres.appUser());
        settings.put(Setting.LEDGER_PASSWORD, postgres.appPassword());
        settings.put(Setting.LEDGER_OWNER_USER, postgres.ownerUser());
        settings.put(Setting.LEDGER_OWNER_PASSWORD, postgres.ownerPassword());
        settings.put(Setting.GRAPH_URI, neo4j.uri());
        settings.put(Setting.GRAPH_USER, neo4j.user());
        settings.put(Setting.GRAPH_PASSWORD, neo4j.password());
        settings.put(Setting.VECTORS_HOST, pinecone.controlUrl());
        settings.put(Setting.VECTORS_API_KEY, pinecone.apiKey());
        settings.put(Setting.VECTORS_INDEX, pinecone.index());
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "StoreEndpoints[" + pid + ", " + s3.endpoint() + ", " + postgres.jdbcUrl() + ", " + neo4j.uri() + ", "
                + pinecone.controlUrl() + "]";
    }
}
