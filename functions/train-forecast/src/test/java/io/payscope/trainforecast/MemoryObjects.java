package io.payscope.trainforecast;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object store in memory that counts its writes. */
final class MemoryObjects implements ObjectStore {

    private final Map<String, byte[]> bodies = new TreeMap<>();
    private int writes;

    int writes() {
        return writes;
    }

    List<String> keys() {
        return List.copyOf(bodies.keySet());
    }

    @Override
    public String bucket() {
        return "memory";
    }

    @Override
    public String put(String key, byte[] body, String contentType) {
        writes++;
        bodies.put(key, body.clone());
        return Hashes.sha256(body);
    }

    @Override
    public String put(String key, Path file, String contentType) {
        try {
            return put(key, Files.readAllBytes(file), contentType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] body, String contentType) {
        if (bodies.containsKey(key)) {
            return false;
        }
        put(key, body, contentType);
        return true;
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return Optional.ofNullable(bodies.get(key))
                .map(body -> new ObjectHead(key, body.length, Hashes.sha256(body), Instant.EPOCH));
    }

    @Override
    public InputStream open(String key) {
        return new ByteArrayInputStream(
                find(key).orElseThrow(() -> new DataFault(key + ": not found")).body());
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        return Optional.ofNullable(bodies.get(key)).map(body -> new ObjectBody(body.clone(), Hashes.sha256(body)));
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return bodies.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> head(key).orElseThrow())
                .toList();
    }

    @Override
    public void delete(String key) {
        bodies.remove(key);
    }
}
