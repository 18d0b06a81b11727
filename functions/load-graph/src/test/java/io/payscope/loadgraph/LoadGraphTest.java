package io.payscope.loadgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.TransactionLoader;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.part.PartWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadGraphTest {

    private static final BankId BANK = new BankId(3);
    private static final String KEY = "parts/bank=3/upload=u/part-00000.csv.gz";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Receipts receipts = new Receipts(objects);
    private final Graph graph = new Graph();
    private final LoadGraph stage = new LoadGraph(new Manifests(objects), graph, receipts);

    /** Keeps what it is given, row by row, as the graph does batch by batch; the adapter's own tests cover Neo4j. */
    private static final class Graph implements TransactionLoader {

        private final List<String> loaded = new ArrayList<>();
        private final Map<PartRef, LoadReceipt> first = new HashMap<>();

        @Override
        public LoadReceipt load(BankId bank, String uploadId, PartRef part, Iterator<CanonicalTransaction> rows) {
            if (!first.containsKey(part)) {
                rows.forEachRemaining(row -> loaded.add(row.transactionId()));
                long count = loaded.size();
                first.put(part, new LoadReceipt(bank, uploadId, Store.GRAPH, part.index(), count, count, 0, count, 0));
            }
            return first.get(part);
        }
    }

    private PartRef store(int rows, String amount) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PartWriter writer = new PartWriter(bytes, List.of());
        try (writer) {
            for (int i = 0; i < rows; i++) {
                writer.write(
                        new CanonicalTransaction(
                                BANK,
                                "t" + i,
                                START.plusSeconds(i),
                                new BigDecimal(amount),
                                "EUR",
                                "transfer",
                                "payer",
                                "payee",
                                PayeeKind.ACCOUNT,
                                Label.UNKNOWN,
                                LifecycleStage.values()[0],
                                i + 1),
                        new double[0]);
            }
        }
        objects.put(KEY, bytes.toByteArray(), "application/gzip");
        return new PartRef(0, objects.bucket(), KEY, writer.sha256(), rows);
    }

    @Test
    void aPartIsLoadedAndItsReceiptLeft() throws IOException {
        LoadReceipt receipt = stage.run(new LoadPartRequest(BANK, "u", store(250, "12.50")));
        assertThat(receipt.inserted()).isEqualTo(250);
        assertThat(graph.loaded).hasSize(250).startsWith("t0", "t1").endsWith("t249");
        assertThat(receipts.ofUpload(BANK, "u")).containsExactly(receipt);
    }

    @Test
    void ofAPartOfAnotherHashNotOneRowIsLoaded() throws IOException {
        PartRef promised = store(250, "12.50");
        PartRef found = store(250, "99.00");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new LoadPartRequest(BANK, "u", promised)))
                .withMessage("%s: expected sha256 %s, found %s", KEY, promised.sha256(), found.sha256());
        assertThat(graph.loaded).isEmpty();
        assertThat(receipts.ofUpload(BANK, "u")).isEmpty();
    }

    @Test
    void aPartOfAnotherLengthIsRefused() throws IOException {
        PartRef part = store(250, "12.50");
        PartRef longer = new PartRef(0, part.bucket(), KEY, part.sha256(), 251);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new LoadPartRequest(BANK, "u", longer)))
                .withMessageContaining("251");
        assertThat(graph.loaded).isEmpty();
    }

    @Test
    void aReplayNeedsNoPartAndLeavesTheSameReceipt() throws IOException {
        LoadPartRequest request = new LoadPartRequest(BANK, "u", store(250, "12.50"));
        LoadReceipt first = stage.run(request);
        objects.delete(KEY);
        assertThat(stage.run(request)).isEqualTo(first);
        assertThat(receipts.ofUpload(BANK, "u")).containsExactly(first);
    }

    @Test
    void aMissingPartIsWrongData() {
        PartRef missing = new PartRef(0, objects.bucket(), "parts/bank=3/none", "0", 1);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new LoadPartRequest(BANK, "u", missing)))
                .withMessageContaining("parts/bank=3/none");
    }
}
