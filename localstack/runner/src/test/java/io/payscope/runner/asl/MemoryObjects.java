package io.payscope.runner.asl;

import io.payscope.runner.asl.port.Objects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Objects in memory, by {@code bucket/key}. */
final class MemoryObjects implements Objects {

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public InputStream open(String bucket, String key) throws IOException {
        byte[] body = objects.get(bucket + "/" + key);
        if (body == null) {
            throw new IOException("no such key");
        }
        return new ByteArrayInputStream(body);
    }

    @Override
    public void put(String bucket, String key, byte[] body, String contentType) throws IOException {
        if (bucket.equals("read-only")) {
            throw new IOException("access denied");
        }
        objects.put(bucket + "/" + key, body);
    }

    Map<String, byte[]> all() {
        return new TreeMap<>(objects);
    }
}
