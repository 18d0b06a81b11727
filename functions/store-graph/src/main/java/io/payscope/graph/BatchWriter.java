package io.payscope.graph;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.summary.SummaryCounters;

/** Writes one batch of a part within a transaction. */
final class BatchWriter {

    /** The write to the bank's node locks it until the end of the transaction: writers of one bank take turns. */
    private static final String LOCK = """
        MERGE (b:Bank {bank_id: $bank}) SET b.loading = $part
        WITH b OPTIONAL MATCH (l:LoadedBatch {bank_id: $bank, part: $part, n: $n})
        RETURN l
        """;

    private static final String PRESENT = """
        UNWIND $ids AS id
        MATCH (t:Transaction {bank_id: $bank, transaction_id: id})
        RETURN t.transaction_id
        """;

    private static final String ACCOUNTS = "UNWIND $ids AS id MERGE (:Account {bank_id: $bank, account_id: id})";
    private static final String MERCHANTS = "UNWIND $ids AS id MERGE (:Merchant {bank_id: $bank, merchant_id: id})";

    private static final String RECEIPT =
            "CREATE (l:LoadedBatch {bank_id: $bank, part: $part, n: $n}) SET l += $properties";

    private final BankQueries queries;
    private final String uploadId;
    private final String part;
    private final String sha256;
    private final int n;

    BatchWriter(BankQueries queries, String uploadId, String part, String sha256, int n) {
        this.queries = queries;
        this.uploadId = uploadId;
        this.part = part;
        this.sha256 = sha256;
        this.n = n;
    }

    /**
     * Writes the rows that are new, and the batch's receipt. A batch that is there already, because the answer to its
     * commit was lost or another load of the part was faster, is not written again.
     *
     * @throws DataFault if the batch that is there is of another content
     */
    BatchCounts write(GraphBatch batch) {
        Optional<BatchCounts> first = lock();
        if (first.isPresent()) {
            return same(first.get(), batch);
        }
        GraphBatch fresh = batch.without(present(batch.transactionIds()));
        long parties = merge(ACCOUNTS, fresh.accounts()) + merge(MERCHANTS, fresh.merchants());
        long relationships = create(fresh);
        long inserted = fresh.rows().size();
        BatchCounts counts = new BatchCounts(batch.rows().size(), inserted, parties + inserted, relationships);
        queries.run(RECEIPT, Map.of("part", part, "n", n, "properties", counts.properties(sha256)))
                .consume();
        return counts;
    }

    private Optional<BatchCounts> lock() {
        Value node = queries.run(LOCK, Map.of("part", part, "n", n)).single().get(0);
        return node.isNull() ? Optional.empty() : Optional.of(BatchCounts.of(node, sha256));
    }

    private BatchCounts same(BatchCounts first, GraphBatch batch) {
        if (first.rows() != batch.rows().size()) {
            throw new TransientFault("batch " + n + " of part " + part + ": another load of it wrote " + first.rows()
                    + " rows meanwhile, this one has " + batch.rows().size());
        }
        return first;
    }

    private Set<String> present(List<String> ids) {
        return new HashSet<>(queries.run(PRESENT, Map.of("ids", ids)).list(BatchWriter::id));
    }

    private static String id(Record row) {
        return row.get(0).asString();
    }

    private long merge(String cypher, Collection<String> ids) {
        return ids.isEmpty()
                ? 0
                : queries.run(cypher, Map.of("ids", List.copyOf(ids)))
                        .consume()
                        .counters()
                        .nodesCreated();
    }

    private long create(GraphBatch fresh) {
        long relationships = 0;
        for (Map.Entry<PaymentShape, List<List<Object>>> shaped :
                fresh.byShape().entrySet()) {
            PaymentShape shape = shaped.getKey();
            List<List<Object>> rows = shaped.getValue();
            SummaryCounters created = queries.run(shape.cypher(), Map.of("rows", rows, "upload", uploadId))
                    .consume()
                    .counters();
            long expected = (long) rows.size() * shape.relationships();
            if (created.nodesCreated() != rows.size() || created.relationshipsCreated() != expected) {
                throw new BugFault("batch " + n + " of part " + part + ": expected " + rows.size() + " nodes and "
                        + expected + " relationships to be created, found " + created.nodesCreated() + " and "
                        + created.relationshipsCreated());
            }
            relationships += expected;
        }
        return relationships;
    }
}
