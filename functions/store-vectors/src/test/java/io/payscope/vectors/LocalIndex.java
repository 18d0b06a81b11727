package io.payscope.vectors;

import io.payscope.stores.pinecone.PineconeServer;
import io.payscope.stores.pinecone.PineconeSettings;
import io.pinecone.clients.Pinecone;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A Pinecone-compatible server in a folder, whose indexes can move. */
final class LocalIndex implements AutoCloseable {

    static final String KEY = "test-key";

    private PineconeServer server;

    LocalIndex(Path folder) throws IOException {
        this.server = PineconeServer.start(PineconeSettings.ephemeral(folder, KEY));
    }

    VectorSettings settings(String index) {
        return settings(index, KEY);
    }

    VectorSettings settings(String index, String key) {
        return new VectorSettings(server.controlUrl(), key, index, "aws", "us-east-1");
    }

    Pinecone client() {
        return new Pinecone.Builder(KEY)
                .withHost(server.controlUrl())
                .withTlsEnabled(false)
                .build();
    }

    void createIndex(String index, int dimension) {
        client().createServerlessIndex(index, "cosine", dimension, "aws", "us-east-1", "disabled", Map.of());
    }

    /** The control plane keeps its port but knows other indexes, each on a port of its own. */
    void moveTo(Path otherFolder) throws IOException {
        int port = URI.create(server.controlUrl()).getPort();
        server.close();
        server = PineconeServer.start(new PineconeSettings(otherFolder, port, 0, KEY));
    }

    @Override
    public void close() {
        server.close();
    }
}
