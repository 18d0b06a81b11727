package io.payscope.datasets.folder;

import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A store, some of whose prefixes are folders that lie elsewhere: with {@code raw/bank=3/} on {@code data/bank-3}, the
 * key {@code raw/bank=3/a.csv} is the file {@code data/bank-3/a.csv}. So what is there is used where it is, without a
 * copy.
 */
public final class MountedFolders implements ObjectStore {

    private final ObjectStore others;
    private final Map<String, FolderObjectStore> folders = new TreeMap<>();
    private final LongConsumer read;

    /**
     * @param others holds everything else
     * @param folders by prefix, which ends with a slash; no prefix begins with another
     * @param read told the number of bytes whenever some are read from a folder
     */
    public MountedFolders(ObjectStore others, Map<String, Path> folders, LongConsumer read) {
        this.others = others;
        folders.forEach((prefix, folder) -> this.folders.put(prefix, new FolderObjectStore(folder)));
        this.read = read;
    }

    private interface Use<T> {
        T of(ObjectStore store, String key);
    }

    private <T> T at(String key, Use<T> use) {
        String prefix = prefix(key);
        FolderObjectStore folder = folders.get(prefix);
        return folder == null ? use.of(others, key) : use.of(folder, key.substring(prefix.length()));
    }

    /** The prefix of the folder that the key is in, or empty. */
    private String prefix(String key) {
        return folders.keySet().stream().filter(key::startsWith).findFirst().orElse("");
    }

    private static ObjectHead named(ObjectHead head, String key) {
        return new ObjectHead(key, head.bytes(), head.entityTag(), head.lastModified());
    }

    @Override
    public String bucket() {
        return others.bucket();
    }

    @Override
    public String put(String key, byte[] body, String contentType) {
        return at(key, (store, name) -> store.put(name, body, contentType));
    }

    @Override
    public String put(String key, Path file, String contentType) {
        return at(key, (store, name) -> store.put(name, file, contentType));
    }

    @Override
    public boolean putIfAbsent(String key, byte[] body, String contentType) {
        return at(key, (store, name) -> store.putIfAbsent(name, body, contentType));
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return at(key, ObjectStore::head).map(head -> named(head, key));
    }

    @Override
    public InputStream open(String key) {
        InputStream in = at(key, ObjectStore::open);
        return prefix(key).isEmpty() ? in : new Counted(in);
    }

    @Override
    public Optional<ObjectBody> find(String key) {
        return at(key, ObjectStore::find);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        Stream<ObjectHead> mounted = folders.entrySet().stream()
                .filter(folder -> folder.getKey().startsWith(prefix) || prefix.startsWith(folder.getKey()))
                .flatMap(folder ->
                        folder.getValue().list("").stream().map(head -> named(head, folder.getKey() + head.key())))
                .filter(head -> head.key().startsWith(prefix));
        Stream<ObjectHead> rest =
                others.list(prefix).stream().filter(head -> prefix(head.key()).isEmpty());
        return Stream.concat(mounted, rest)
                .sorted(Comparator.comparing(ObjectHead::key))
                .toList();
    }

    @Override
    public void delete(String key) {
        at(key, (store, name) -> {
            store.delete(name);
            return key;
        });
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read.accept(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            read.accept(Math.max(count, 0));
            return count;
        }
    }
}
