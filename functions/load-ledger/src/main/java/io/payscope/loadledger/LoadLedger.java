package io.payscope.loadledger;

import io.payscope.core.port.TransactionLoader;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Stage;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.dataset.VerifiedPart;

/** Loads one part into the ledger. A part that is not the one its reference names is rolled back. */
public final class LoadLedger implements Stage<LoadPartRequest, LoadReceipt> {

    private final Manifests manifests;
    private final TransactionLoader ledger;
    private final Receipts receipts;

    /**
     * Makes the stage.
     *
     * @param manifests where parts are
     * @param ledger what they are loaded into
     * @param receipts where the receipt is left
     */
    public LoadLedger(Manifests manifests, TransactionLoader ledger, Receipts receipts) {
        this.manifests = manifests;
        this.ledger = ledger;
        this.receipts = receipts;
    }

    @Override
    public LoadReceipt run(LoadPartRequest request) {
        LoadReceipt receipt;
        try (VerifiedPart part = VerifiedPart.open(manifests, request.bankId(), request.part())) {
            receipt = ledger.load(request.bankId(), request.uploadId(), request.part(), part.transactions());
        }
        receipts.write(receipt);
        return receipt;
    }
}
