package io.payscope.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the stores want to be told before they serve; generated for a state folder once, because the stores keep it.
 *
 * @param postgresSuperuser password that only the stores process uses
 * @param postgresOwner password of the owner of the database
 * @param postgresApp password of the functions' role
 * @param neo4j password of the graph
 * @param s3AccessKey name of the S3 key
 * @param s3SecretKey secret of the S3 key
 * @param pineconeApiKey key of the vector store
 */
record Secrets(
        String postgresSuperuser,
        String postgresOwner,
        String postgresApp,
        String neo4j,
        String s3AccessKey,
        String s3SecretKey,
        String pineconeApiKey) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int NAME_BYTES = 8;

    /** Reads the secrets of a state folder, or makes them. */
    static Secrets of(Path state) throws IOException {
        Path file = state.resolve("secrets.json");
        if (!Files.exists(file)) {
            Path draft = PrivateFile.write(state.resolve("secrets.json.new"), JSON.writeValueAsString(generated()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            return JSON.readValue(Files.readString(file), Secrets.class);
        } catch (JacksonException e) {
            throw new IOException(file + " cannot be read; without it the stores beside it cannot be opened", e);
        }
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }

    private static Secrets generated() {
        return new Secrets(
                random(SECRET_BYTES),
                random(SECRET_BYTES),
                random(SECRET_BYTES),
                random(SECRET_BYTES),
                "LOCAL" + random(NAME_BYTES).toUpperCase(Locale.ROOT),
                random(SECRET_BYTES),
                random(SECRET_BYTES));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
