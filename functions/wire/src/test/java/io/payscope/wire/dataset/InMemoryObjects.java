package io.payscope.wire.dataset;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An object store for tests of what is read and written, not of how a store behaves. */
public final class InMemoryObjects implements ObjectStore {

    private final TreeMap<String, byte[]> objects = new TreeMap<>();

    @Override
    public String bucket() {
        return "payscope-test";
    }

    @Override
    public synchronized String put(String key, byte[] body, String contentType) {
        objects.put(key, body.clone());
        return Hashes.sha256(body);
    }

    @Override
    public String put(String key, Path file, String contentType) {
        try {
            return put(key, Files.readAllBytes(file), contentType);
        } catch (IOException e) {
            throw new BugFault("cannot read " + file, e);
        }
    }

    @Override
    public synchronized boolean putIfAbsent(String key, byte[] body, String contentType) {
        return objects.putIfAbsent(key, body.clone()) == null;
    }

    @Override
    public synchronized Optional<ObjectHead> head(String key) {
        return Optional.ofNullable(objects.get(key)).map(body -> head(key, body));
    }

    @Override
    public InputStream open(String key) {
        return new ByteArrayInputStream(
                find(key).orElseThrow(() -> new DataFault(key + ": not found")).body());
    }

    @Override
    public synchronized Optional<ObjectBody> find(String key) {
        return Optional.ofNullable(objects.get(key)).map(body -> new ObjectBody(body.clone(), Hashes.sha256(body)));
    }

    @Override
    public synchronized List<ObjectHead> list(String prefix) {
        return objects.tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> head(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized void delete(String key) {
        objects.remove(key);
    }

    private static ObjectHead head(String key, byte[] body) {
        return new ObjectHead(key, body.length, Hashes.sha256(body), Instant.EPOCH);
    }
}
