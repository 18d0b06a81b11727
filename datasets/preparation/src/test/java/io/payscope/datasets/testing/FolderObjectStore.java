package io.payscope.datasets.testing;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A bucket on a folder: one file for each key. */
public final class FolderObjectStore implements ObjectStore {

    private final Path root;
    private int puts;

    public FolderObjectStore(Path root) {
        this.root = root;
    }

    /** @return how often an object has been written */
    public int puts() {
        return puts;
    }

    @Override
    public String bucket() {
        return "test";
    }

    @Override
    public synchronized String put(String key, byte[] body, String contentType) {
        return io(() -> {
            puts++;
            Files.createDirectories(path(key).getParent());
            Files.write(path(key), body);
            return Hashes.sha256(body);
        });
    }

    @Override
    public synchronized String put(String key, Path file, String contentType) {
        return io(() -> {
            puts++;
            Files.createDirectories(path(key).getParent());
            Files.copy(file, path(key), StandardCopyOption.REPLACE_EXISTING);
            return "file-" + Files.size(file);
        });
    }

    @Override
    public synchronized boolean putIfAbsent(String key, byte[] body, String contentType) {
        if (Files.exists(path(key))) {
            return false;
        }
        put(key, body, contentType);
        return true;
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return Files.isRegularFile(path(key)) ? Optional.of(headOf(path(key))) : Optional.empty();
    }

    private ObjectHead headOf(Path file) {
        return io(() -> new ObjectHead(
                root.relativize(file).toString(),
                Files.size(file),
                "file-" + Files.size(file),
                Files.getLastModifiedTime(file).toInstant()));
    }

    @Override
    public InputStream open(String key) {
        if (!Files.isRegularFile(path(key))) {
            throw new DataFault(key + ": not found");
        }
        return io(() -> Files.newInputStream(path(key)));
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        return Files.isRegularFile(path(key))
                ? Optional.of(io(() -> {
                    byte[] body = Files.readAllBytes(path(key));
                    return new ObjectBody(body, Hashes.sha256(body));
                }))
                : Optional.empty();
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return io(() -> {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(Files::isRegularFile)
                        .filter(file -> root.relativize(file).toString().startsWith(prefix))
                        .sorted()
                        .map(this::headOf)
                        .toList();
            }
        });
    }

    @Override
    public void delete(String key) {
        io(() -> Files.deleteIfExists(path(key)));
    }

    private Path path(String key) {
        return root.resolve(key);
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private static <T> T io(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
