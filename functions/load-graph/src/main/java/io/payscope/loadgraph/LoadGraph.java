package io.payscope.loadgraph;

import io.payscope.core.port.TransactionLoader;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Stage;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;

/**
 * Loads one part into the graph. The graph takes a part in several transactions, so a part is read and proven whole
 * before its first row is handed on: of a part that is not the one its reference names nothing is loaded.
 */
public final class LoadGraph implements Stage<LoadPartRequest, LoadReceipt> {

    private final Manifests manifests;
    private final TransactionLoader graph;
    private final Receipts receipts;

    /**
     * Makes the stage.
     *
     * @param manifests where parts are
     * @param graph what they are loaded into
     * @param receipts where the receipt is left
     */
    public LoadGraph(Manifests manifests, TransactionLoader graph, Receipts receipts) {
        this.manifests = manifests;
        this.graph = graph;
        this.receipts = receipts;
    }

    @Override
    public LoadReceipt run(LoadPartRequest request) {
        LoadReceipt receipt;
        try (ProvenRows rows = new ProvenRows(manifests, request.bankId(), request.part())) {
            receipt = graph.load(request.bankId(), request.uploadId(), request.part(), rows);
        }
        receipts.write(receipt);
        return receipt;
    }
}
