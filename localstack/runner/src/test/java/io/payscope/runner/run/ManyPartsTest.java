package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.stage.LoadPartRequest;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.host.StageName;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The deployed ingest over an upload of 2,000 parts: the same definition as over two. What passes between its states
 * stays within Step Functions' limits of size and history, which the engine holds too.
 */
class ManyPartsTest {

    private static final int PARTS = 2_000;
    private static final String REF = "{\"bucket\":\"payscope-test\",\"key\":\"k3\",\"sha256\":\"s\",\"rows\":10000}";
    private static final String EVENT = "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":"
            + "{\"name\":\"payscope-test\"},\"object\":{\"key\":\"uploads/bank=3/f.csv\",\"etag\":\"e\",\"size\":1}}}";

    private final Set<Integer> ledger = ConcurrentHashMap.newKeySet();
    private final Set<Integer> graph = ConcurrentHashMap.newKeySet();
    private final AtomicInteger graphWriters = new AtomicInteger();
    private final AtomicInteger mostGraphWriters = new AtomicInteger();

    @Test
    void everyPartOfTwoThousandIsLoadedOnceIntoEachStoreAndTheGraphByOneWriter() throws Exception {
        InMemoryObjects objects = new InMemoryObjects();
        objects.put("parts.json", parts(), "application/json");
        try (DefinitionsRun run = new DefinitionsRun(objects, new HurriedTime())
                .with(StageName.REGISTER_UPLOAD, _ -> registered())
                .with(StageName.NORMALIZE_UPLOAD, _ -> normalized())
                .with(StageName.LOAD_LEDGER, event -> receipt("LEDGER", loaded(event, ledger)))
                .with(StageName.LOAD_GRAPH, this::intoGraph)
                .with(StageName.ROLL_UP_LEDGER, _ -> "{}")
                .with(StageName.LOAD_VECTORS, _ -> "{}")
                .with(StageName.COMPLETE_UPLOAD, _ -> closed())) {
            ExecutionEnd end = run.run("ingest", EVENT);

            assertThat(end.status()).as(end.toString()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(run.calls(StageName.LOAD_LEDGER)).hasSize(PARTS);
            assertThat(run.calls(StageName.LOAD_GRAPH)).hasSize(PARTS);
        }
        assertThat(ledger).hasSize(PARTS);
        assertThat(graph).hasSize(PARTS);
        assertThat(mostGraphWriters.get()).isOne();
    }

    private String intoGraph(String event) {
        mostGraphWriters.accumulateAndGet(graphWriters.incrementAndGet(), Math::max);
        int part = loaded(event, graph);
        graphWriters.decrementAndGet();
        return receipt("GRAPH", part);
    }

    private static int loaded(String event, Set<Integer> store) {
        LoadPartRequest request = JsonCodec.decode(event.getBytes(StandardCharsets.UTF_8), LoadPartRequest.class);
        store.add(request.part().index());
        return request.part().index();
    }

    private static byte[] parts() {
        return IntStream.range(0, PARTS)
                .mapToObj(i -> ("{\"index\":%d,\"bucket\":\"payscope-test\",\"key\":\"parts/bank=3/%064d/%05d.csv.gz\","
                                + "\"sha256\":\"%064d\",\"rows\":5}")
                        .formatted(i, 0, i, i))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String registered() {
        return "{\"bankId\":3,\"uploadId\":\"u\",\"outcome\":\"CLAIMED\",\"winner\":\"w\",\"completed\":null,"
                + "\"manifest\":" + REF + ",\"object\":null}";
    }

    private static String normalized() {
        return "{\"bankId\":3,\"manifest\":" + REF + ",\"partsKey\":\"parts.json\"}";
    }

    private static String receipt(String store, int part) {
        return ("{\"bankId\":3,\"uploadId\":\"u\",\"store\":\"%s\",\"part\":%d,\"rows\":5,\"inserted\":5,"
                        + "\"alreadyPresent\":0,\"nodesCreated\":5,\"relationshipsCreated\":10}")
                .formatted(store, part);
    }

    private static String closed() {
        return "{\"bankId\":3,\"completed\":{\"bankId\":3,\"uploadId\":\"u\",\"rows\":10000,\"ledgerInserted\":10000,"
                + "\"graphInserted\":10000,\"documents\":1},\"uploadId\":\"u\"}";
    }
}
