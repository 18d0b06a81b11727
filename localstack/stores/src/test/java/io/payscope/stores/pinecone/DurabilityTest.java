package io.payscope.stores.pinecone;

import static io.payscope.stores.pinecone.ServerUnderTest.record;
import static io.payscope.stores.pinecone.ServerUnderTest.struct;
import static io.payscope.stores.pinecone.ServerUnderTest.value;
import static io.payscope.stores.pinecone.ServerUnderTest.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import io.pinecone.clients.Index;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    @TempDir
    Path folder;

    @Test
    void restartKeepsEveryChangeAndTheAddress() throws Exception {
        String host;
        try (ServerUnderTest server = new ServerUnderTest(folder, "kept")) {
            server.createIndex();
            host = server.client().describeIndex("kept").getHost();
            Index index = server.index();
            index.upsert(List.of(record("a", 1, struct("m", value("x"))), record("b", 2, none())), "one");
            index.upsert(List.of(record("c", 3, none())), "two");
            index.upsert(List.of(record("d", 4, none())), "gone");
            index.update("a", List.of(), struct("n", value(1)), "one", null, null);
            index.deleteByIds(List.of("b"), "one");
            index.deleteAll("gone");
        }
        try (ServerUnderTest server = new ServerUnderTest(folder, "kept")) {
            Index index = server.index();
            assertThat(server.client().describeIndex("kept").getHost()).isEqualTo(host);
            assertThat(index.describeIndexStats().getNamespacesMap()).containsOnlyKeys("one", "two");
            Vector a = index.fetch(List.of("a", "b"), "one").getVectorsOrThrow("a");
            assertThat(a.getValuesList()).isEqualTo(vector(1));
            assertThat(a.getMetadata().getFieldsMap())
                    .containsEntry("m", value("x"))
                    .containsEntry("n", value(1));
            assertThat(index.describeIndexStats().getTotalVectorCount()).isEqualTo(2);
        }
    }

    @Test
    void tornLastRecordIsDroppedAndTheNextOneIsKept() throws Exception {
        Path log = folder.resolve("vectors.log");
        write(log, "a", "b");
        byte[] whole = Files.readAllBytes(log);
        for (int cut : new int[] {1, 4, 9, 30}) {
            Files.write(log, Arrays.copyOf(whole, whole.length - cut));
            write(log, "c");
            assertThat(ids(log)).containsExactly("a", "c");
        }
    }

    @Test
    void damageInTheMiddleIsNotPassedOver() throws Exception {
        Path log = folder.resolve("vectors.log");
        write(log, "a", "b");
        byte[] bytes = Files.readAllBytes(log);
        bytes[12] ^= 1;
        Files.write(log, bytes);
        assertThatThrownBy(() -> VectorIndex.open(3, log))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Damaged record at byte 0");
    }

    @Test
    void aLogOfDeadRecordsIsRewrittenAndLosesNothing() throws Exception {
        Path log = folder.resolve("vectors.log");
        try (VectorIndex index = VectorIndex.open(3, log, 1000)) {
            for (int i = 0; i < 500; i++) {
                index.change(upsert("v" + i % 5, i + 1));
            }
            assertThat(index.counts()).isEqualTo(Map.of("ns", 5));
        }
        assertThat(Files.size(log)).isLessThan(3000);
        assertThat(ids(log)).containsExactly("v0", "v1", "v2", "v3", "v4");
        try (VectorIndex index = VectorIndex.open(3, log)) {
            Vector last = index.read("ns", vectors -> vectors.vector("v4"));
            assertThat(last.getValuesList()).containsExactly(500f, 1f, 1f);
        }
    }

    @Test
    void aRewriteThatWasCutShortLeavesTheOldLog() throws Exception {
        Path log = folder.resolve("vectors.log");
        write(log, "a", "b");
        Files.writeString(folder.resolve("vectors.log.new"), "half", StandardOpenOption.CREATE_NEW);
        assertThat(ids(log)).containsExactly("a", "b");
    }

    private static void write(Path log, String... ids) throws IOException {
        try (VectorIndex index = VectorIndex.open(3, log)) {
            for (String id : ids) {
                index.change(upsert(id, 1));
            }
        }
    }

    private static List<String> ids(Path log) throws IOException {
        try (VectorIndex index = VectorIndex.open(3, log)) {
            return index.read("ns", vectors -> vectors.ids("", "").toList());
        }
    }

    private static Mutation upsert(String id, float first) {
        return new Mutation.Upsert(UpsertRequest.newBuilder()
                .setNamespace("ns")
                .addVectors(Vector.newBuilder().setId(id).addAllValues(List.of(first, 1f, 1f)))
                .build());
    }

    private static Struct none() {
        return Struct.getDefaultInstance();
    }
}
