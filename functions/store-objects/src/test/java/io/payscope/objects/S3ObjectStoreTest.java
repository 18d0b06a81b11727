package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest {

    private static final String TEXT = "text/plain";
    private static final long MIB = 1L << 20;

    @TempDir
    static Path directory;

    private static S3ProxyFixture server;
    private static S3ObjectStore objects;

    @BeforeAll
    static void start() throws Exception {
        server = new S3ProxyFixture(Files.createDirectory(directory.resolve("store")));
        objects = S3ObjectStore.open(server.settings());
    }

    @AfterAll
    static void stop() throws Exception {
        objects.close();
        server.stop();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String key) throws IOException {
        try (InputStream in = objects.open(key)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploads/bank=3/plain.csv",
                "uploads/bank=3/two words.csv",
                "uploads/bank=3/a+b.csv",
                "uploads/bank=3/caf\u00e9.csv",
                "uploads/bank=3/a=b&c%20d.csv"
            })
    void aKeyIsTakenAsItIs(String key) throws IOException {
        String entityTag = objects.put(key, bytes(key), TEXT);
        assertThat(read(key)).isEqualTo(bytes(key));
        assertThat(objects.head(key)).get().satisfies(head -> {
            assertThat(head.key()).isEqualTo(key);
            assertThat(head.bytes()).isEqualTo(bytes(key).length);
            assertThat(head.entityTag()).isEqualTo(entityTag).doesNotContain("\"");
        });
        assertThat(objects.find(key)).get().extracting(ObjectBody::entityTag).isEqualTo(entityTag);
        assertThat(objects.list(key)).extracting(ObjectHead::key).containsExactly(key);
        objects.delete(key);
        assertThat(objects.head(key)).isEmpty();
        assertThat(objects.find(key)).isEmpty();
        objects.delete(key);
    }

    @Test
    void putReplaces() throws IOException {
        objects.put("replace", bytes("one"), TEXT);
        objects.put("replace", bytes("two"), TEXT);
        assertThat(read("replace")).isEqualTo(bytes("two"));
    }

    @Test
    void putIfAbsentWritesOnce() throws IOException {
        assertThat(objects.putIfAbsent("once", bytes("one"), TEXT)).isTrue();
        assertThat(objects.putIfAbsent("once", bytes("two"), TEXT)).isFalse();
        assertThat(read("once")).isEqualTo(bytes("one"));
        objects.delete("once");
        assertThat(objects.putIfAbsent("once", bytes("three"), TEXT)).isTrue();
    }

    @Test
    void anEmptyObjectIsAnObject() throws IOException {
        objects.put("empty", new byte[0], TEXT);
        assertThat(read("empty")).isEmpty();
        assertThat(objects.head("empty")).get().extracting(ObjectHead::bytes).isEqualTo(0L);
    }

    @Test
    void aLongListComesInKeyOrder() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 1_050; i++) {
            keys.add("many/%05d".formatted(i));
        }
        keys.reversed().forEach(key -> objects.put(key, bytes("x"), TEXT));
        assertThat(objects.list("many/")).extracting(ObjectHead::key).containsExactlyElementsOf(keys);
        assertThat(objects.list("none/")).isEmpty();
    }

    @Test
    void aSmallFileGoesInOnePiece() throws IOException {
        Path file = Files.write(directory.resolve("small"), bytes("small"));
        objects.put("file/small", file, TEXT);
        assertThat(read("file/small")).isEqualTo(bytes("small"));
    }

    @Test
    void aLargeFileGoesInParts() throws IOException {
        byte[] content = new byte[(int) (40 * MIB + 17)];
        new Random(42).nextBytes(content);
        Path file = Files.write(directory.resolve("large"), content);
        try (S3Client client = S3ObjectStore.client(server.settings())) {
            S3ObjectStore inParts = new S3ObjectStore(client, S3ProxyFixture.BUCKET, 20 * MIB);
            String entityTag = inParts.put("file/large", file, TEXT);
            assertThat(entityTag).endsWith("-3");
        }
        try (InputStream in = objects.open("file/large")) {
            assertThat(in).hasBinaryContent(content);
        }
        assertThat(objects.head("file/large"))
                .get()
                .extracting(ObjectHead::bytes)
                .isEqualTo((long) content.length);
    }

    @Test
    void anUnreadableFileIsTransient() {
        assertThatThrownBy(() -> objects.put("file/never", directory.resolve("never"), TEXT))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("never");
    }

    @Test
    void anAbsentObjectIsWrongData() {
        assertThatThrownBy(() -> objects.open("nowhere"))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("404");
    }

    @Test
    void anAbsentBucketIsWrongConfiguration() {
        ObjectSettings good = server.settings();
        ObjectSettings other = new ObjectSettings("absent-bucket", good.endpoint(), good.accessKey(), good.secretKey());
        try (S3ObjectStore store = S3ObjectStore.open(other)) {
            // The server may refuse and close before the body is sent, which the client sees as a broken connection.
            assertThatThrownBy(() -> store.put("key", bytes("x"), TEXT))
                    .isInstanceOfAny(ConfigFault.class, TransientFault.class);
            assertThatThrownBy(() -> store.open("key")).isInstanceOf(ConfigFault.class);
            assertThatThrownBy(() -> store.list("key")).isInstanceOf(ConfigFault.class);
            assertThatThrownBy(() -> new ObjectsProbe(store).probe())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("absent-bucket");
        }
    }

    @Test
    void aWrongSecretIsWrongConfigurationAndIsNotTold() {
        ObjectSettings wrong = new ObjectSettings(S3ProxyFixture.BUCKET, server.endpoint(), "local", "wrong-secret");
        try (S3ObjectStore store = S3ObjectStore.open(wrong)) {
            assertThatThrownBy(() -> store.list("key"))
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("403")
                    .hasMessageNotContaining("wrong-secret");
            assertThatThrownBy(() -> new ObjectsProbe(store).probe()).isInstanceOf(ConfigFault.class);
        }
        assertThat(wrong.toString()).doesNotContain("wrong-secret");
    }

    @Test
    void aStoreThatDoesNotAnswerIsTransient() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        ObjectSettings down = new ObjectSettings("bucket", URI.create("http://127.0.0.1:" + closed), "key", "secret");
        try (S3ObjectStore store = S3ObjectStore.open(down)) {
            assertThatThrownBy(() -> store.head("key")).isInstanceOf(TransientFault.class);
            assertThatThrownBy(() -> new ObjectsProbe(store).probe()).isInstanceOf(TransientFault.class);
        }
    }

    @Test
    void theProbeNamesTheBucket() {
        assertThat(new ObjectsProbe(objects).probe()).contains(S3ProxyFixture.BUCKET);
    }
}
