package io.payscope.stores.pinecone;

import static io.payscope.stores.pinecone.ServerUnderTest.record;
import static io.payscope.stores.pinecone.ServerUnderTest.struct;
import static io.payscope.stores.pinecone.ServerUnderTest.value;
import static io.payscope.stores.pinecone.ServerUnderTest.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pinecone.clients.Index;
import io.pinecone.configs.PineconeConfig;
import io.pinecone.configs.PineconeConnection;
import io.pinecone.proto.DescribeIndexStatsRequest;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Pinecone refuses is refused here, and changes nothing. */
class RefusalsTest {

    private static final Struct NONE = Struct.getDefaultInstance();

    @TempDir
    static Path folder;

    private static ServerUnderTest server;
    private static Index index;

    @BeforeAll
    static void start() throws Exception {
        server = new ServerUnderTest(folder, "refusals");
        server.createIndex();
        index = server.index();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void vectorsOfAnotherDimension() {
        refused(() -> index.upsert("a", List.of(1f, 2f, 3f), "ns"), "does not match the dimension");
        refused(() -> index.queryByVector(1, List.of(1f), "ns"), "does not match the dimension");
    }

    @Test
    void vectorsWithoutDirection() {
        refused(() -> index.upsert("a", Collections.nCopies(768, 0f), "ns"), "at least one non-zero value");
        refused(() -> index.upsert("a", Collections.nCopies(768, Float.NaN), "ns"), "non-zero");
    }

    @Test
    void idsThatAreNotAscii() {
        refused(() -> index.upsert("caf\u00e9", vector(1), "ns"), "must be ASCII");
        refused(() -> index.upsert("x".repeat(513), vector(1), "ns"), "at most 512");
    }

    @Test
    void batchesOfMoreThanAThousand() {
        VectorWithUnsignedIndices small = record("a", 1, NONE);
        refused(() -> index.upsert(Collections.nCopies(1001, small), "ns"), "the limit is 1000");
    }

    @Test
    void upsertsOfMoreThanTwoMegabytes() {
        List<VectorWithUnsignedIndices> big =
                IntStream.range(0, 700).mapToObj(n -> record("d" + n, n, NONE)).toList();
        refused(() -> index.upsert(big, "ns"), "the limit is 2097152");
    }

    @Test
    void metadataThatIsNullOrNestedOrHuge() {
        Value absent = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
        refused(() -> index.upsert(List.of(record("a", 1, struct("m", absent))), "ns"), "for field 'm'");
        refused(() -> index.upsert(List.of(record("a", 1, struct("m", value(NONE)))), "ns"), "for field 'm'");
        Struct huge = struct("m", value("x".repeat(41_000)));
        refused(() -> index.upsert(List.of(record("a", 1, huge)), "ns"), "exceeds the limit of 40960");
    }

    @Test
    void queriesWithAFilterOutsideOfTheLanguage() {
        Struct regex = struct("m", value(struct("$regex", value("x"))));
        refused(() -> index.queryByVector(1, vector(1), "ns", regex), "$regex");
        refused(() -> index.queryByVector(10_001, vector(1), "ns"), "topK");
    }

    @Test
    void deletionsFromANamespaceThatIsNotThere() {
        assertThatThrownBy(() -> index.deleteAll("nowhere"))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void dataPlaneCallsWithoutTheKey() throws Exception {
        try (ServerUnderTest other = new ServerUnderTest(folder.resolve("other"), "guarded")) {
            other.createIndex();
            String host = other.client().describeIndex("guarded").getHost();
            PineconeConfig config = new PineconeConfig("wrong");
            config.setHost(host);
            config.setTLSEnabled(false);
            try (PineconeConnection connection = new PineconeConnection(config, "guarded")) {
                assertThatThrownBy(() -> connection
                                .getBlockingStub()
                                .describeIndexStats(DescribeIndexStatsRequest.getDefaultInstance()))
                        .isInstanceOfSatisfying(
                                StatusRuntimeException.class,
                                e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
            }
        }
    }

    private static void refused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
                .hasMessageContaining(why);
        assertThat(index.describeIndexStats().getTotalVectorCount()).isZero();
    }
}
