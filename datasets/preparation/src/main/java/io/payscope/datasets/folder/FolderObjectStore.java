package io.payscope.datasets.folder;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bucket on a folder: one file for each key. A write appears whole or not at all: it goes to a hidden file beside
 * its place and is renamed. Keys cannot leave the folder. The limits of a folder are its own: a key cannot be both an
 * object and the prefix of others. Entity tags are made of length and time, so they tell versions apart and nothing
 * else. Thread-safe, between processes too.
 */
public final class FolderObjectStore implements ObjectStore {

    /** What the names of files begin with that are no objects: those being written, and temporary folders. */
    public static final String HIDDEN = ".payscope-";

    private static final String BUCKET = "local";

    private final Path root;

    /** @param root the folder; made by the first write if it does not exist */
    public FolderObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** @return {@value #BUCKET}: where a folder lies must not show in what is made from it */
    @Override
    public String bucket() {
        return BUCKET;
    }

    @Override
    public String put(String key, byte[] body, String contentType) {
        return replace(key, written -> Files.write(written, body));
    }

    @Override
    public String put(String key, Path file, String contentType) {
        return replace(key, written -> Files.copy(file, written, StandardCopyOption.REPLACE_EXISTING));
    }

    private String replace(String key, Writing content) {
        Path target = path(key);
        return io("writing", key, () -> {
            Path written = temporary(target);
            try {
                content.to(written);
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
            return tag(target);
        });
    }

    /** A link, unlike a rename, does not replace what is there. */
    @Override
    public boolean putIfAbsent(String key, byte[] body, String contentType) {
        Path target = path(key);
        return io("writing", key, () -> {
            Path written = temporary(target);
            try {
                Files.write(written, body);
                Files.createLink(target, written);
                return true;
            } catch (FileAlreadyExistsException taken) {
                return false;
            } finally {
                Files.deleteIfExists(written);
            }
        });
    }

    /** Not by createTempFile, whose files no other user may read. */
    private static Path temporary(Path target) throws IOException {
        Path folder = Files.createDirectories(target.resolveSibling("."));
        return folder.normalize()
                .resolve(HIDDEN + ProcessHandle.current().pid() + "-" + System.nanoTime() + "-"
                        + Thread.currentThread().threadId());
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        Path file = path(key);
        return Files.isRegularFile(file) ? Optional.of(io("looking at", key, () -> headOf(file))) : Optional.empty();
    }

    private ObjectHead headOf(Path file) throws IOException {
        return new ObjectHead(
                key(file),
                Files.size(file),
                tag(file),
                Files.getLastModifiedTime(file).toInstant());
    }

    private static String tag(Path file) throws IOException {
        return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
    }

    @Override
    public InputStream open(String key) {
        Path file = path(key);
        if (!Files.isRegularFile(file)) {
            throw new DataFault(key + ": not found in " + root);
        }
        return io("reading", key, () -> Files.newInputStream(file));
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        Path file = path(key);
        return Files.isRegularFile(file)
                ? Optional.of(io("reading", key, () -> new ObjectBody(Files.readAllBytes(file), tag(file))))
                : Optional.empty();
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        Path start =
                root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1)).normalize();
        if (!start.startsWith(root) || !Files.isDirectory(start)) {
            return List.of();
        }
        return io("listing", prefix, () -> {
            try (Stream<Path> files = Files.walk(start)) {
                List<Path> objects = files.filter(file -> key(file).startsWith(prefix))
                        .filter(file -> Files.isRegularFile(file) && !isHidden(file))
                        .sorted(Comparator.comparing(this::key))
                        .toList();
                return objects.stream()
                        .map(file -> io("looking at", key(file), () -> headOf(file)))
                        .toList();
            }
        });
    }

    private String key(Path file) {
        return root.relativize(file).toString();
    }

    private boolean isHidden(Path file) {
        for (Path segment : root.relativize(file)) {
            if (segment.toString().startsWith(HIDDEN)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void delete(String key) {
        Path file = path(key);
        io("removing", key, () -> Files.deleteIfExists(file));
    }

    /** The file of a key; a key that names another file than its own text says is refused. */
    private Path path(String key) {
        Path file = root.resolve(key).normalize();
        if (file.equals(root) || !file.startsWith(root) || !key(file).equals(key) || isHidden(file)) {
            throw new DataFault("key '" + key + "': expected segments without dots for names, found a path that leaves"
                    + " or hides in the folder");
        }
        return file;
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private <T> T io(String verb, String key, Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw fault(verb + " " + key + " in " + root, e);
        }
    }

    private static Fault fault(String doing, IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> new ConfigFault(doing + ": access denied", denied);
            case NoSuchFileException gone -> new DataFault(doing + ": not found", gone);
            default -> new TransientFault(doing + ": " + failure.getMessage(), failure);
        };
    }
}
