package io.payscope.graph;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** One part on its way into a bank's graph. */
final class PartLoad {

    private static final String BATCHES =
            "MATCH (l:LoadedBatch {bank_id: $bank, part: $part}) WHERE l.n IS NOT NULL RETURN l ORDER BY l.n";

    private final BankGraph graph;
    private final BankId bank;
    private final String uploadId;
    private final PartRef part;
    private final String partId;

    PartLoad(BankGraph graph, BankId bank, String uploadId, PartRef part) {
        this.graph = graph;
        this.bank = bank;
        this.uploadId = uploadId;
        this.part = part;
        this.partId = uploadId + "/" + part.index();
    }

    /**
     * The batches that are there, in order.
     *
     * @throws DataFault if they are of another content than this part
     */
    List<BatchCounts> batches() {
        return graph.read("looking for loaded batches", queries -> queries.run(BATCHES, Map.of("part", partId))
                .list(row -> BatchCounts.of(row.get(0), part.sha256())));
    }

    /** Whether these batches are the whole part. */
    boolean isWhole(List<BatchCounts> batches) {
        return !batches.isEmpty() && sum(batches).rows() == part.rows();
    }

    static BatchCounts sum(List<BatchCounts> batches) {
        return batches.stream().reduce(BatchCounts.NONE, BatchCounts::plus);
    }

    /** Loads the rows that come after the batches that are there; returns what all batches together did. */
    BatchCounts finish(List<BatchCounts> batches, Iterator<CanonicalTransaction> rows, int batchRows) {
        BatchCounts sum = sum(batches);
        skip(rows, sum.rows());
        for (int n = batches.size(); rows.hasNext(); n++) {
            GraphBatch batch = GraphBatch.next(bank, rows, batchRows);
            // Asked before the batch is committed: at the end of the rows this is where they are proven.
            boolean last = !rows.hasNext();
            long count = sum.rows() + batch.rows().size();
            if (last ? count != part.rows() : count >= part.rows()) {
                throw wrongCount(last ? String.valueOf(count) : "more");
            }
            sum = sum.plus(write(n, batch));
        }
        if (sum.rows() != part.rows()) {
            throw wrongCount(String.valueOf(sum.rows()));
        }
        return sum;
    }

    private BatchCounts write(int n, GraphBatch batch) {
        return graph.write(
                "loading part " + part.index() + " of upload " + uploadId,
                queries -> new BatchWriter(queries, uploadId, partId, part.sha256(), n).write(batch));
    }

    private void skip(Iterator<CanonicalTransaction> rows, long count) {
        for (long i = 0; i < count; i++) {
            if (!rows.hasNext()) {
                throw wrongCount(String.valueOf(i));
            }
            rows.next();
        }
    }

    private DataFault wrongCount(String found) {
        return new DataFault(part.key() + ": expected " + part.rows() + " rows, found " + found);
    }
}
