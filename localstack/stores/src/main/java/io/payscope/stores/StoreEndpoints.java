package io.payscope.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the stores of a running process are and what they want to be told: the content of {@code endpoints.json} in its
 * state folder. The file is there while the stores are ready, and only its owner can read it. This class needs nothing
 * but Jackson, so a module may use it without the libraries of the stores.
 *
 * @param pid number of the process
 * @param s3 the object store
 * @param postgres the ledger
 * @param neo4j the graph
 * @param pinecone the vectors
 */
public record StoreEndpoints(long pid, S3 s3, Postgres postgres, Neo4j neo4j, Pinecone pinecone) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * @param endpoint URL; buckets are addressed path-style
     * @param accessKey what requests are signed with
     * @param secretKey of the access key
     * @param bucket that is there
     */
    public record S3(String endpoint, String accessKey, String secretKey, String bucket) {}

    /**
     * @param jdbcUrl of the database, without a user
     * @param host in it
     * @param port in it
     * @param database in it
     * @param ownerUser role that owns the database, for migrations
     * @param ownerPassword of the owner
     * @param appUser role that owns nothing, for the functions
     * @param appPassword of the app
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
     * @param uri for the driver, {@code bolt://}
     * @param user the only one
     * @param password of the user
     */
    public record Neo4j(String uri, String user, String password) {}

    /**
     * @param controlUrl URL of the control plane, which tells where an index is; without TLS
     * @param apiKey what calls must carry
     * @param index name that the system gives to its index; migrations make it
     */
    public record Pinecone(String controlUrl, String apiKey, String index) {}

    /** @return where a process keeps its endpoints */
    public static Path fileIn(Path state) {
        return state.resolve("endpoints.json");
    }

    /**
     * @param state folder of a process that is ready
     * @throws IOException if there is no such file, or it was written by another version
     */
    public static StoreEndpoints read(Path state) throws IOException {
        try {
            return JSON.readValue(Files.readString(fileIn(state)), StoreEndpoints.class);
        } catch (JacksonException e) {
            throw new IOException(fileIn(state) + " is not what this version writes: " + e.getOriginalMessage(), e);
        }
    }

    /** Writes the file as a whole, readable by its owner only. */
    void write(Path state) throws IOException {
        Path draft = PrivateFile.write(state.resolve("endpoints.json.new"), JSON.writeValueAsString(this));
        Files.move(draft, fileIn(state), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "StoreEndpoints[" + pid + ", " + s3.endpoint + ", " + postgres.jdbcUrl + ", " + neo4j.uri + ", "
                + pinecone.controlUrl + "]";
    }
}
