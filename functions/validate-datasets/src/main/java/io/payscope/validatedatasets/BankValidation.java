package io.payscope.validatedatasets;

import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.VectorCensus;
import io.payscope.core.stage.DatasetValidation.Finding;
import io.payscope.core.stage.DatasetValidation.Verdict;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The findings about one bank. */
final class BankValidation {

    private final BankId bank;
    private final Expectations expected;
    private final List<Finding> findings = new ArrayList<>();

    BankValidation(BankId bank, Expectations expected) {
        this.bank = bank;
        this.expected = expected;
    }

    /** Asks everything once. */
    List<Finding> run(LedgerReader ledger, GraphReader graph, VectorCensus vectors) {
        Count<List<LoadReceipt>> receipts = Count.ask(expected::parts);
        ledger(receipts, Count.ask(() -> ledger.census(bank)));
        graph(receipts, Count.ask(() -> graph.census(bank)));
        Count<Long> documents = Count.ask(expected::documents);
        Count<Long> vectorCount = Count.ask(() -> vectors.count(bank));
        add(Store.VECTORS, "documents", documents.number(Long::longValue), vectorCount.number(Long::longValue));
        Count<Set<String>> parts = Count.ask(expected::partKeys);
        objects("parts", parts.number(Set::size), parts, expected::present);
        Count<Set<String>> cards = Count.ask(expected::cardKeys);
        objects("model objects", cards.number(Expectations::modelObjects), cards, expected::presentOfModels);
        return List.copyOf(findings);
    }

    private void ledger(Count<List<LoadReceipt>> receipts, Count<LedgerCensus> found) {
        long transactions = sum(receipts, Store.LEDGER, LoadReceipt::inserted);
        long reports = Count.ask(expected::reports).number(Long::longValue);
        add(Store.LEDGER, "transactions", transactions, found.number(LedgerCensus::transactions));
        add(Store.LEDGER, "reports", reports, found.number(LedgerCensus::reports));
        add(Store.LEDGER, "hourly volume", transactions, found.number(LedgerCensus::hourlyVolume));
        add(Store.LEDGER, "daily volume", transactions, found.number(LedgerCensus::dailyVolume));
    }

    private void graph(Count<List<LoadReceipt>> receipts, Count<GraphCensus> found) {
        long transactions = sum(receipts, Store.GRAPH, LoadReceipt::inserted);
        long nodes = sum(receipts, Store.GRAPH, LoadReceipt::nodesCreated);
        long relationships = sum(receipts, Store.GRAPH, LoadReceipt::relationshipsCreated);
        add(Store.GRAPH, "transactions", transactions, found.number(GraphCensus::transactions));
        add(Store.GRAPH, "nodes", nodes, found.number(GraphCensus::nodes));
        add(Store.GRAPH, "relationships", relationships, found.number(GraphCensus::relationships));
    }

    private void objects(
            String item, long expectedNumber, Count<Set<String>> keys, ToLongFunction<Set<String>> present) {
        long found = Count.ask(() -> keys.number(present)).number(Long::longValue);
        add(Store.OBJECTS, item, expectedNumber, found);
    }

    private static long sum(Count<List<LoadReceipt>> receipts, Store store, ToLongFunction<LoadReceipt> number) {
        return receipts.number(all -> all.stream()
                .filter(receipt -> receipt.store() == store)
                .mapToLong(number)
                .sum());
    }

    private void add(Store store, String item, long expectedNumber, long found) {
        findings.add(new Finding(bank, store, item, expectedNumber, found, verdict(expectedNumber, found)));
    }

    private static Verdict verdict(long expectedNumber, long found) {
        if (expectedNumber == Count.UNKNOWN || found == Count.UNKNOWN) {
            return Verdict.UNAVAILABLE;
        }
        return expectedNumber == found ? Verdict.MATCH : Verdict.MISMATCH;
    }
}
