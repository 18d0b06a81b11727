package io.payscope.loadvectors;

import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Small objects in memory: all that receipts need of a bucket. */
final class MemoryObjects implements ObjectStore {

    private final Map<String, byte[]> objects = new TreeMap<>();

    @Override
    public String bucket() {
        return "memory";
    }

    @Override
    public String put(String key, byte[] body, String contentType) {
        objects.put(key, body.clone());
        return Hashes.sha256(body);
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        return Optional.ofNullable(objects.get(key)).map(body -> new ObjectBody(body, Hashes.sha256(body)));
    }

    @Override
    public String put(String key, Path file, String contentType) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] body, String contentType) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public InputStream open(String key) {
        throw new UnsupportedOperationException(key);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        throw new UnsupportedOperationException(prefix);
    }

    @Override
    public void delete(String key) {
        throw new UnsupportedOperationException(key);
    }
}
