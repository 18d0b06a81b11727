package io.payscope.graph;

import static io.payscope.graph.Payments.many;
import static io.payscope.graph.Payments.part;
import static io.payscope.graph.Payments.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Record;

@ExtendWith(GraphServer.class)
class GraphLoaderTest {

    private static final AtomicInteger BANKS = new AtomicInteger(1_000);
    private static final int BATCH = 50;

    private GraphConnection connection;
    private GraphLoader loader;
    private BankId bank;

    @BeforeEach
    void useABankOfItsOwn(GraphConnection shared) {
        connection = shared;
        loader = new GraphLoader(shared, BATCH);
        bank = new BankId(BANKS.incrementAndGet());
    }

    private LoadReceipt load(String upload, int part, List<CanonicalTransaction> rows) {
        return loader.load(bank, upload, part(part, rows), rows.iterator());
    }

    private GraphCensus census() {
        return new GraphQueries(connection).census(bank);
    }

    private Record one(String cypher) {
        return new BankGraph(connection, bank)
                .read("testing", queries -> queries.run(cypher, Map.of()).single());
    }

    /** Rows that end in a failure after so many. */
    private static Iterator<CanonicalTransaction> failing(
            List<CanonicalTransaction> rows, int after, RuntimeException failure) {
        Iterator<CanonicalTransaction> good = rows.subList(0, after).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (!good.hasNext()) {
                    throw failure;
                }
                return true;
            }

            @Override
            public CanonicalTransaction next() {
                return good.next();
            }
        };
    }

    @Test
    void aPartBecomesNodesAndRelationships() {
        LoadReceipt receipt = load(
                "u",
                0,
                List.of(
                        payment(bank, "t1", "alice", "shop", PayeeKind.MERCHANT),
                        payment(bank, "t2", "alice", "bob", PayeeKind.ACCOUNT),
                        payment(bank, "t3", "bob", "alice", PayeeKind.UNKNOWN),
                        payment(bank, "t4", "bob", "bob", PayeeKind.ACCOUNT),
                        payment(bank, "t5", "bob", null, PayeeKind.UNKNOWN),
                        payment(bank, "t6", null, "shop", PayeeKind.MERCHANT),
                        payment(bank, "t7", null, "carol", PayeeKind.ACCOUNT),
                        payment(bank, "t8", null, null, PayeeKind.UNKNOWN)));
        assertThat(receipt).isEqualTo(new LoadReceipt(bank, "u", Store.GRAPH, 0, 8, 8, 0, 12, 11));
        assertThat(census()).isEqualTo(new GraphCensus(8, 12, 11));
        assertThat(one("MATCH (:Account {bank_id: $bank, account_id: 'alice'})-[:MADE]->(t)-[:TO]->(m:Merchant)"
                                + " RETURN t.transaction_id, m.merchant_id, t.upload_id")
                        .values())
                .extracting(Object::toString)
                .containsExactly("\"t1\"", "\"shop\"", "\"u\"");
    }

    @Test
    void anAmountKeepsItsDecimalText() {
        load("u", 0, List.of(payment(bank, "t1", "alice", "bob", PayeeKind.ACCOUNT)));
        Record stored = one("MATCH (t:Transaction {bank_id: $bank}) RETURN t.amount AS d, t.amount_exact AS s");
        assertThat(stored.get("d").asDouble()).isEqualTo(12.34);
        assertThat(stored.get("s").asString()).isEqualTo("12.3400");
    }

    @Test
    void aReplayAnswersWithTheFirstReceiptAndReadsNothing() {
        List<CanonicalTransaction> rows = many(bank, "t", 3 * BATCH + 7);
        LoadReceipt first = load("u", 0, rows);
        GraphCensus before = census();
        Iterator<CanonicalTransaction> untouchable = failing(rows, 0, new IllegalStateException("read"));
        assertThat(loader.load(bank, "u", part(0, rows), untouchable)).isEqualTo(first);
        assertThat(census()).isEqualTo(before);
        assertThat(before.transactions()).isEqualTo(rows.size());
        assertThat(before.nodes()).isEqualTo(first.nodesCreated());
        assertThat(before.relationships())
                .isEqualTo(first.relationshipsCreated())
                .isEqualTo(2L * rows.size());
    }

    @Test
    void anotherContentUnderTheSamePartIsRefused() {
        List<CanonicalTransaction> rows = many(bank, "t", 2 * BATCH);
        load("u", 0, rows);
        GraphCensus before = census();
        assertThatThrownBy(() -> loader.load(bank, "u", otherContent(part(0, rows)), rows.iterator()))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("part u/0")
                .hasMessageContaining("sha256 unused")
                .hasMessageContaining("found other");
        assertThat(census()).isEqualTo(before);
    }

    @Test
    void aLoadThatWasCutOffDoesNotGoOnWithAnotherContent() {
        List<CanonicalTransaction> rows = many(bank, "t", 3 * BATCH);
        Iterator<CanonicalTransaction> cut = failing(rows, BATCH + 1, new TransientFault("cut"));
        assertThatThrownBy(() -> loader.load(bank, "u", part(0, rows), cut)).isInstanceOf(TransientFault.class);
        assertThatThrownBy(() -> loader.load(bank, "u", otherContent(part(0, rows)), rows.iterator()))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("found other");
        assertThat(census().transactions()).isEqualTo(BATCH);
    }

    @Test
    void anotherContentOfOnePartWrittenMeanwhileIsRefused() {
        List<CanonicalTransaction> rows = many(bank, "t", BATCH);
        PartLoad slow = new PartLoad(new BankGraph(connection, bank), bank, "u", otherContent(part(0, rows)));
        List<BatchCounts> none = slow.batches();
        load("u", 0, rows);
        assertThatThrownBy(() -> slow.finish(none, rows.iterator(), BATCH))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("found other");
    }

    private static PartRef otherContent(PartRef part) {
        return new PartRef(part.index(), part.bucket(), part.key(), "other", part.rows());
    }

    @Test
    void rowsOfAnotherUploadAreAlreadyPresent() {
        List<CanonicalTransaction> rows = many(bank, "t", BATCH + 10);
        load("u", 0, rows);
        GraphCensus before = census();
        List<CanonicalTransaction> more = new ArrayList<>(rows.reversed());
        more.add(payment(bank, "new", "a0", "p0", PayeeKind.MERCHANT));
        LoadReceipt second = load("v", 0, more);
        assertThat(second.inserted()).isEqualTo(1);
        assertThat(second.alreadyPresent()).isEqualTo(rows.size());
        assertThat(second.relationshipsCreated()).isEqualTo(2);
        assertThat(census().transactions()).isEqualTo(before.transactions() + 1);
        assertThat(census().relationships()).isEqualTo(before.relationships() + 2);
    }

    @Test
    void anIdThatComesTwiceInABatchIsLoadedOnce() {
        CanonicalTransaction row = payment(bank, "t1", "alice", "bob", PayeeKind.ACCOUNT);
        LoadReceipt receipt = load("u", 0, List.of(row, row));
        assertThat(receipt.inserted()).isEqualTo(1);
        assertThat(receipt.alreadyPresent()).isEqualTo(1);
        assertThat(census()).isEqualTo(new GraphCensus(1, 3, 2));
    }

    @Test
    void aLoadThatWasCutOffGoesOnWhereItStopped() {
        List<CanonicalTransaction> rows = many(bank, "t", 4 * BATCH + 3);
        Iterator<CanonicalTransaction> cut = failing(rows, 2 * BATCH + 20, new TransientFault("cut"));
        assertThatThrownBy(() -> loader.load(bank, "u", part(0, rows), cut)).isInstanceOf(TransientFault.class);
        assertThat(census().transactions()).isEqualTo(2 * BATCH);

        LoadReceipt resumed = load("u", 0, rows);
        GraphCensus whole = census();
        assertThat(resumed.rows()).isEqualTo(rows.size());
        assertThat(resumed.inserted()).isEqualTo(rows.size()).isEqualTo(whole.transactions());
        assertThat(resumed.nodesCreated()).isEqualTo(whole.nodes());
        assertThat(resumed.relationshipsCreated()).isEqualTo(whole.relationships());
    }

    @Test
    void aLoadGoesOnWithAnotherBatchSize() {
        List<CanonicalTransaction> rows = many(bank, "t", 4 * BATCH);
        Iterator<CanonicalTransaction> cut = failing(rows, BATCH + 1, new TransientFault("cut"));
        assertThatThrownBy(() -> loader.load(bank, "u", part(0, rows), cut)).isInstanceOf(TransientFault.class);
        LoadReceipt resumed = new GraphLoader(connection, 33).load(bank, "u", part(0, rows), rows.iterator());
        assertThat(resumed.inserted()).isEqualTo(rows.size());
        assertThat(census().relationships()).isEqualTo(resumed.relationshipsCreated());
    }

    @Test
    void rowsThatAreNotProvenAtTheirEndAreNotCompleted() {
        List<CanonicalTransaction> rows = many(bank, "t", BATCH + 10);
        Iterator<CanonicalTransaction> forged = failing(rows, rows.size(), new DataFault("wrong sha256"));
        assertThatThrownBy(() -> loader.load(bank, "u", part(0, rows), forged))
                .isInstanceOf(DataFault.class)
                .hasMessage("wrong sha256");
        assertThat(census().transactions()).isEqualTo(BATCH);
    }

    @Test
    void theNumberOfRowsMustBeThePartsOwn() {
        List<CanonicalTransaction> rows = many(bank, "t", 2 * BATCH);
        assertThatThrownBy(() -> loader.load(bank, "u", part(0, rows.subList(0, BATCH)), rows.iterator()))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("expected 50 rows, found more");
        assertThatThrownBy(() -> loader.load(
                        bank, "v", part(0, rows), rows.subList(0, BATCH).iterator()))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("expected 100 rows, found 50");
        assertThatThrownBy(() -> loader.load(bank, "w", part(0, rows), Collections.emptyIterator()))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("found 0");
        assertThat(census()).isEqualTo(new GraphCensus(0, 0, 0));
    }

    @Test
    void aRowOfAnotherBankIsRefused() {
        BankId other = new BankId(BANKS.incrementAndGet());
        List<CanonicalTransaction> rows = List.of(payment(other, "t1", "alice", "bob", PayeeKind.ACCOUNT));
        assertThatThrownBy(() -> load("u", 0, rows))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("bank");
        assertThat(census()).isEqualTo(new GraphCensus(0, 0, 0));
    }

    @Test
    void banksWithTheSameIdsDoNotMeet() {
        LoadReceipt mine = load("u", 0, many(bank, "t", BATCH));
        GraphCensus before = census();
        BankId other = new BankId(BANKS.incrementAndGet());
        List<CanonicalTransaction> theirs = many(other, "t", BATCH);
        LoadReceipt receipt = loader.load(other, "u", part(0, theirs), theirs.iterator());
        assertThat(receipt.inserted()).isEqualTo(mine.inserted());
        assertThat(receipt.nodesCreated()).isEqualTo(mine.nodesCreated());
        assertThat(census()).isEqualTo(before);
    }

    @Test
    void twoLoadsOfOnePartAtOnceLoadItOnce() throws Exception {
        List<CanonicalTransaction> rows = many(bank, "t", 6 * BATCH + 1);
        List<LoadReceipt> receipts = together(List.of(() -> load("u", 0, rows), () -> load("u", 0, rows)));
        assertThat(receipts.get(0)).isEqualTo(receipts.get(1));
        assertThat(census())
                .isEqualTo(new GraphCensus(
                        rows.size(),
                        receipts.get(0).nodesCreated(),
                        receipts.get(0).relationshipsCreated()));
    }

    @Test
    void partsOfOneBankAtOnceDoNotBlockEachOther() throws Exception {
        List<Callable<LoadReceipt>> loads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int index = i;
            loads.add(() -> load("u", index, many(bank, index + "-", 3 * BATCH)));
        }
        List<LoadReceipt> receipts = together(loads);
        assertThat(receipts.stream().mapToLong(LoadReceipt::inserted).sum())
                .isEqualTo(9L * BATCH)
                .isEqualTo(census().transactions());
        assertThat(receipts.stream().mapToLong(LoadReceipt::nodesCreated).sum()).isEqualTo(census().nodes());
    }

    private static List<LoadReceipt> together(List<Callable<LoadReceipt>> loads) throws Exception {
        List<LoadReceipt> receipts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(loads.size())) {
            for (Future<LoadReceipt> receipt : pool.invokeAll(loads)) {
                receipts.add(receipt.get());
            }
        }
        return receipts;
    }
}
