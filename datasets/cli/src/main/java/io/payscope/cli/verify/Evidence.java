package io.payscope.cli.verify;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in the bucket, each object hashed once at most. Not thread-safe. */
final class Evidence {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectStore objects;
    private final Map<String, String> hashes = new HashMap<>();

    Evidence(ObjectStore objects) {
        this.objects = objects;
    }

    ObjectStore objects() {
        return objects;
    }

    /** Keys below a prefix, in order. */
    List<String> keys(String prefix) {
        return objects.list(prefix).stream().map(ObjectHead::key).toList();
    }

    boolean has(String key) {
        return objects.head(key).isPresent();
    }

    /** sha256 of an object as stored. */
    String sha256(String key) {
        return hashes.computeIfAbsent(key, this::hash);
    }

    private String hash(String key) {
        try (InputStream in = objects.open(key)) {
            return Hashes.sha256(in);
        } catch (IOException e) {
            throw new TransientFault(key + ": reading stopped", e);
        }
    }

    byte[] body(String key) {
        return objects.find(key)
                .orElseThrow(() -> new DataFault(key + ": not found"))
                .body();
    }

    /** @throws DataFault if it is not exactly such a record */
    <T> T decode(String key, Class<T> type) {
        return JsonCodec.decode(body(key), type);
    }

    /** @throws DataFault if it is no JSON */
    JsonNode tree(String key) {
        try {
            return JSON.readTree(body(key));
        } catch (JacksonException e) {
            throw new DataFault(key + ": no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws DataFault if the node is not exactly such a record */
    static <T> T decode(JsonNode node, Class<T> type) {
        return JsonCodec.decode(JSON.writeValueAsBytes(node), type);
    }

    /** @throws DataFault if there is no such text */
    static String text(String key, JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (!value.isString()) {
            throw new DataFault(key + ": no text '" + field + "'");
        }
        return value.asString();
    }
}
