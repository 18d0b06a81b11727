package io.payscope.datasets.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderObjectStoreTest {

    private static final String TEXT = "text/plain";

    @TempDir
    private Path folder;

    private FolderObjectStore objects;

    @BeforeEach
    void open() {
        objects = new FolderObjectStore(folder.resolve("bucket"));
    }

    private void put(String key) {
        objects.put(key, key.getBytes(UTF_8), TEXT);
    }

    @Test
    void whatIsPutIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "from a file");

        String tag = objects.put("a/b/c.txt", file, TEXT);

        assertThat(objects.find("a/b/c.txt").orElseThrow().body())
                .asString(UTF_8)
                .isEqualTo("from a file");
        assertThat(objects.head("a/b/c.txt")).map(ObjectHead::entityTag).contains(tag);
        assertThat(objects.find("a/b")).as("a folder is no object").isEmpty();
        assertThatThrownBy(() -> objects.open("a/x"))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("a/x");
    }

    @Test
    void listsByPrefixInOrderOfKeysWithoutHiddenFiles() throws IOException {
        List.of("a/2", "a/10", "ab/1", "b", "a-1").forEach(this::put);
        Files.writeString(folder.resolve("bucket/a/" + FolderObjectStore.HIDDEN + "1"), "being written");

        assertThat(keys("a")).containsExactly("a-1", "a/10", "a/2", "ab/1");
        assertThat(keys("a/")).containsExactly("a/10", "a/2");
        assertThat(keys("")).containsExactly("a-1", "a/10", "a/2", "ab/1", "b");
        assertThat(keys("none/")).isEmpty();
        assertThat(keys("../")).isEmpty();
    }

    private List<String> keys(String prefix) {
        return objects.list(prefix).stream().map(ObjectHead::key).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "a/../../out", "/out", "a//b", "a/./b", "", ".", "a/.payscope-1", "a/"})
    void keyThatIsNoPlainPathIsRefused(String key) {
        assertThatThrownBy(() -> put(key)).isInstanceOf(DataFault.class).hasMessageContaining("'" + key + "'");
        assertThatThrownBy(() -> objects.head(key)).isInstanceOf(DataFault.class);
        assertThatThrownBy(() -> objects.delete(key)).isInstanceOf(DataFault.class);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void oneOfManyWritesWhereThereIsNothing() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () ->
                            objects.putIfAbsent("claim", Integer.toString(i).getBytes(UTF_8), TEXT))
                    .toList();
            int won = 0;
            for (Future<Boolean> result : threads.invokeAll(tries)) {
                won += result.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(folder.resolve("bucket")).isDirectoryNotContaining("glob:**" + FolderObjectStore.HIDDEN + "*");
    }

    @Test
    void readerOfAReplacedObjectSeesTheOneItOpened() throws IOException {
        objects.put("key", "first".getBytes(UTF_8), TEXT);
        try (InputStream in = objects.open("key")) {
            objects.put("key", "second, longer".getBytes(UTF_8), TEXT);

            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("first");
        }
    }

    @Test
    void removingTwiceIsNoError() {
        put("key");
        objects.delete("key");
        objects.delete("key");

        assertThat(objects.head("key")).isEmpty();
    }

    @Test
    void mountedFolderIsUsedInPlaceAndItsBytesAreCounted() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("raw.csv"), "12345");
        put("prepared/x");
        put("raw/bank=3/hidden.csv");
        AtomicLong read = new AtomicLong();
        MountedFolders mounted = new MountedFolders(objects, Map.of("raw/bank=3/", data), read::addAndGet);

        assertThat(mounted.list("").stream().map(ObjectHead::key)).containsExactly("prepared/x", "raw/bank=3/raw.csv");
        assertThat(mounted.list("raw/bank=3/r")).hasSize(1);
        try (InputStream in = mounted.open("raw/bank=3/raw.csv")) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("12345");
        }
        assertThat(read).hasValue(5);
        mounted.put("raw/bank=3/more.csv", new byte[1], TEXT);
        assertThat(data.resolve("more.csv")).exists();
        mounted.delete("raw/bank=3/more.csv");
        assertThat(mounted.head("raw/bank=3/more.csv")).isEmpty();
        assertThatThrownBy(() -> mounted.open("raw/bank=3/../x")).isInstanceOf(DataFault.class);
    }
}
