package io.payscope.loadledger;

import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.dataset.InMemoryObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects in memory whose next write or read breaks where a test says so. */
final class FragileObjects implements ObjectStore {

    private final InMemoryObjects objects = new InMemoryObjects();
    private @Nullable String brokenPrefix;
    private @Nullable String brokenKey;

    /** The next write below the prefix does not happen. */
    void failNextPutBelow(String prefix) {
        brokenPrefix = prefix;
    }

    /** The next read of the key ends with an error after half of its bytes. */
    void cutNextReadOf(String key) {
        brokenKey = key;
    }

    @Override
    public String bucket() {
        return objects.bucket();
    }

    @Override
    public String put(String key, byte[] body, String contentType) {
        if (brokenPrefix != null && key.startsWith(brokenPrefix)) {
            brokenPrefix = null;
            throw new TransientFault(key + ": the connection broke");
        }
        return objects.put(key, body, contentType);
    }

    @Override
    public String put(String key, Path file, String contentType) {
        return objects.put(key, file, contentType);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] body, String contentType) {
        return objects.putIfAbsent(key, body, contentType);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return objects.head(key);
    }

    @Override
    public InputStream open(String key) {
        if (!key.equals(brokenKey)) {
            return objects.open(key);
        }
        brokenKey = null;
        byte[] body = objects.find(key).orElseThrow().body();
        return new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(body, body.length / 2)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the connection broke");
                    }
                });
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        return objects.find(key);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return objects.list(prefix);
    }

    @Override
    public void delete(String key) {
        objects.delete(key);
    }
}
