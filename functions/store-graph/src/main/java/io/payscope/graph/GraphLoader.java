package io.payscope.graph;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.TransactionLoader;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.util.Iterator;
import java.util.List;

/**
 * Loads parts into the graph, in batches of one transaction each. A batch leaves a {@code LoadedBatch} node with its
 * counts and the part's sha256 in the same transaction: a load that was cut off goes on after the last batch that was
 * committed, and a replay answers with the first receipt; another content under the same part is refused. The last
 * batch is committed only once the rows have ended, so a part whose rows prove themselves at their end is complete only
 * if they did.
 *
 * <p>Memory: one batch of rows, about 10 MB.
 */
public final class GraphLoader implements TransactionLoader {

    /**
     * Rows of one transaction. Between 5,000 and 20,000 the server's time for a row is the same; its memory for a
     * transaction is not.
     */
    private static final int BATCH_ROWS = 10_000;

    private final GraphConnection connection;
    private final int batchRows;

    public GraphLoader(GraphConnection connection) {
        this(connection, BATCH_ROWS);
    }

    GraphLoader(GraphConnection connection, int batchRows) {
        this.connection = connection;
        this.batchRows = batchRows;
    }

    @Override
    public LoadReceipt load(BankId bank, String uploadId, PartRef part, Iterator<CanonicalTransaction> rows) {
        PartLoad load = new PartLoad(new BankGraph(connection, bank), bank, uploadId, part);
        List<BatchCounts> batches = load.batches();
        BatchCounts sum = load.isWhole(batches) ? PartLoad.sum(batches) : load.finish(batches, rows, batchRows);
        return new LoadReceipt(
                bank,
                uploadId,
                Store.GRAPH,
                part.index(),
                sum.rows(),
                sum.inserted(),
                sum.rows() - sum.inserted(),
                sum.nodes(),
                sum.relationships());
    }
}
