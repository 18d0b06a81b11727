package io.payscope.stores.pinecone;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.pinecone.clients.Index;
import io.pinecone.clients.Pinecone;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A server on a folder, and the real client connected to it. */
final class ServerUnderTest implements AutoCloseable {

    static final int DIMENSION = 768;
    static final String KEY = "a-key-of-tests";

    private final PineconeServer server;
    private final Pinecone client;
    private final String indexName;
    private final List<Index> connections = new ArrayList<>();

    ServerUnderTest(Path folder, String indexName) throws IOException {
        this.server = PineconeServer.start(PineconeSettings.ephemeral(folder, KEY));
        this.client = client(KEY);
        this.indexName = indexName;
    }

    Pinecone client() {
        return client;
    }

    Pinecone client(String key) {
        return new Pinecone.Builder(key)
                .withHost(server.controlUrl())
                .withTlsEnabled(false)
                .build();
    }

    String controlUrl() {
        return server.controlUrl();
    }

    void createIndex() {
        client.createServerlessIndex(indexName, "cosine", DIMENSION, "aws", "us-east-1", "disabled", Map.of());
    }

    Index index() {
        Index index = client.getIndexConnection(indexName);
        connections.add(index);
        return index;
    }

    /** A random unit-length direction that the seed decides. */
    static List<Float> vector(long seed) {
        Random random = new Random(seed);
        Float[] values = new Float[DIMENSION];
        Arrays.setAll(values, _ -> (float) random.nextGaussian());
        return List.of(values);
    }

    static VectorWithUnsignedIndices record(String id, long seed, Struct metadata) {
        return new VectorWithUnsignedIndices(id, vector(seed), metadata, null);
    }

    static Struct struct(String field, Value value) {
        return Struct.newBuilder().putFields(field, value).build();
    }

    static Value value(String string) {
        return Value.newBuilder().setStringValue(string).build();
    }

    static Value value(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }

    static Value value(boolean flag) {
        return Value.newBuilder().setBoolValue(flag).build();
    }

    static Value value(Struct struct) {
        return Value.newBuilder().setStructValue(struct).build();
    }

    static Value list(Value... values) {
        return Value.newBuilder()
                .setListValue(ListValue.newBuilder().addAllValues(Arrays.asList(values)))
                .build();
    }

    @Override
    public void close() {
        connections.forEach(Index::close);
        server.close();
    }
}
