package io.payscope.stores.pinecone;

import static io.payscope.stores.pinecone.ServerUnderTest.record;
import static io.payscope.stores.pinecone.ServerUnderTest.struct;
import static io.payscope.stores.pinecone.ServerUnderTest.value;
import static io.payscope.stores.pinecone.ServerUnderTest.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Struct;
import io.pinecone.clients.Index;
import io.pinecone.proto.DescribeIndexStatsResponse;
import io.pinecone.proto.ListItem;
import io.pinecone.proto.ListResponse;
import io.pinecone.proto.NamespaceDescription;
import io.pinecone.proto.Vector;
import io.pinecone.unsigned_indices_model.QueryResponseWithUnsignedIndices;
import io.pinecone.unsigned_indices_model.ScoredVectorWithUnsignedIndices;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test has a namespace of its own in one shared index. */
class DataPlaneTest {

    @TempDir
    static Path folder;

    private static ServerUnderTest server;
    private static Index index;

    @BeforeAll
    static void start() throws Exception {
        server = new ServerUnderTest(folder, "data");
        server.createIndex();
        index = server.index();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void findsTheNearestFirstByExactCosine() {
        fill("nearest", 200);
        List<Float> query = vector(7_000);
        List<ScoredVectorWithUnsignedIndices> matches =
                index.queryByVector(5, query, "nearest", false, false).getMatchesList();
        List<String> expected = LongStream.range(0, 200)
                .boxed()
                .sorted((a, b) -> Double.compare(cosine(query, vector(b)), cosine(query, vector(a))))
                .limit(5)
                .map(seed -> "doc-" + seed)
                .toList();
        assertThat(matches).extracting(ScoredVectorWithUnsignedIndices::getId).isEqualTo(expected);
        long best = Long.parseLong(expected.getFirst().substring(4));
        assertThat((double) matches.getFirst().getScore()).isCloseTo(cosine(query, vector(best)), within(1e-5));
    }

    @Test
    void queryByIdFindsItselfWithScoreOne() {
        fill("self", 10);
        QueryResponseWithUnsignedIndices found = index.queryByVectorId(1, "doc-3", "self", true, true);
        ScoredVectorWithUnsignedIndices self = found.getMatches(0);
        assertThat(self.getId()).isEqualTo("doc-3");
        assertThat((double) self.getScore()).isCloseTo(1.0, within(1e-6));
        assertThat(self.getValuesList()).isEqualTo(vector(3));
        assertThat(self.getMetadata().getFieldsMap()).containsEntry("n", value(3));
        assertThat(index.queryByVectorId(1, "nobody", "self", false, false).getMatchesList())
                .isEmpty();
    }

    @Test
    void filtersBeforeRanking() {
        fill("filtered", 50);
        Struct filter = struct("n", value(struct("$lt", value(4))));
        assertThat(index.queryByVector(10, vector(49), "filtered", filter, false, true)
                        .getMatchesList())
                .extracting(ScoredVectorWithUnsignedIndices::getId)
                .containsExactlyInAnyOrder("doc-0", "doc-1", "doc-2", "doc-3");
    }

    @Test
    void namespacesDoNotSeeEachOther() {
        fill("bank-1", 3);
        fill("bank-2", 5);
        assertThat(index.queryByVector(10, vector(1), "bank-1").getMatchesList())
                .hasSize(3);
        assertThat(index.fetch(List.of("doc-4"), "bank-1").getVectorsMap()).isEmpty();
        index.deleteAll("bank-1");
        assertThat(counts()).doesNotContainKey("bank-1");
        assertThat(counts()).containsEntry("bank-2", 5);
        assertThat(index.describeNamespace("bank-2").getRecordCount()).isEqualTo(5);
        assertThat(index.listNamespaces("bank-", "", 10).getNamespacesList())
                .extracting(NamespaceDescription::getName)
                .containsExactly("bank-2");
    }

    @Test
    void upsertReplacesAndFetchTellsValuesAndMetadata() {
        index.upsert(List.of(record("a", 1, struct("v", value(1)))), "replace");
        index.upsert(List.of(record("a", 2, struct("w", value(2)))), "replace");
        Vector fetched = index.fetch(List.of("a", "missing"), "replace").getVectorsOrThrow("a");
        assertThat(fetched.getValuesList()).isEqualTo(vector(2));
        assertThat(fetched.getMetadata()).isEqualTo(struct("w", value(2)));
        assertThat(counts()).containsEntry("replace", 1);
    }

    @Test
    void listsByPrefixInPages() {
        fill("pages", 25);
        List<String> seen = new ArrayList<>();
        ListResponse page = index.list("pages", "doc-1", 4);
        while (true) {
            page.getVectorsList().stream().map(ListItem::getId).forEach(seen::add);
            if (!page.hasPagination()) {
                break;
            }
            page = index.list("pages", "doc-1", page.getPagination().getNext(), 4);
        }
        assertThat(seen)
                .containsExactly(IntStream.range(0, 25)
                        .mapToObj(n -> "doc-" + n)
                        .filter(id -> id.startsWith("doc-1"))
                        .sorted()
                        .toArray(String[]::new));
    }

    @Test
    void deletesByIdAndByFilter() {
        fill("deletions", 300);
        index.deleteByIds(List.of("doc-0", "doc-299", "unknown"), "deletions");
        index.deleteByFilter(struct("n", value(struct("$gte", value(10)))), "deletions");
        assertThat(index.list("deletions").getVectorsList())
                .extracting(ListItem::getId)
                .containsExactly("doc-1", "doc-2", "doc-3", "doc-4", "doc-5", "doc-6", "doc-7", "doc-8", "doc-9");
        assertThat(index.fetch(List.of("doc-9"), "deletions")
                        .getVectorsOrThrow("doc-9")
                        .getValuesList())
                .isEqualTo(vector(9));
    }

    @Test
    void updateMergesMetadataAndReplacesValues() {
        index.upsert(List.of(record("a", 1, struct("kept", value("yes")))), "updates");
        index.update("a", vector(2), struct("added", value(true)), "updates", null, null);
        Vector updated = index.fetch(List.of("a"), "updates").getVectorsOrThrow("a");
        assertThat(updated.getValuesList()).isEqualTo(vector(2));
        assertThat(updated.getMetadata().getFieldsMap())
                .containsEntry("kept", value("yes"))
                .containsEntry("added", value(true));
        Struct isKept = struct("kept", value("yes"));
        assertThat(index.updateByMetadata(isKept, struct("x", value(1)), "updates", true)
                        .getMatchedRecords())
                .isEqualTo(1);
        assertThat(index.fetch(List.of("a"), "updates")
                        .getVectorsOrThrow("a")
                        .getMetadata()
                        .containsFields("x"))
                .isFalse();
        index.updateByMetadata(isKept, struct("x", value(1)), "updates");
        assertThat(index.fetch(List.of("a"), "updates")
                        .getVectorsOrThrow("a")
                        .getMetadata()
                        .containsFields("x"))
                .isTrue();
    }

    @Test
    void statsCountByNamespace() {
        fill("counted", 12);
        DescribeIndexStatsResponse stats = index.describeIndexStats();
        assertThat(stats.getDimension()).isEqualTo(ServerUnderTest.DIMENSION);
        assertThat(stats.getNamespacesOrThrow("counted").getVectorCount()).isEqualTo(12);
        assertThat(stats.getTotalVectorCount())
                .isEqualTo(
                        counts().values().stream().mapToInt(Integer::intValue).sum());
    }

    private static Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        index.describeIndexStats()
                .getNamespacesMap()
                .forEach((name, summary) -> counts.put(name, summary.getVectorCount()));
        return counts;
    }

    private static void fill(String namespace, int count) {
        List<VectorWithUnsignedIndices> records = IntStream.range(0, count)
                .mapToObj(n -> record("doc-" + n, n, struct("n", value(n))))
                .toList();
        assertThat(index.upsert(records, namespace).getUpsertedCount()).isEqualTo(count);
    }

    private static double cosine(List<Float> a, List<Float> b) {
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += (double) a.get(i) * b.get(i);
            squaresA += (double) a.get(i) * a.get(i);
            squaresB += (double) b.get(i) * b.get(i);
        }
        return dot / Math.sqrt(squaresA * squaresB);
    }
}
