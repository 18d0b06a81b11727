package io.payscope.rollupledger;

import io.payscope.core.port.BucketRoller;
import io.payscope.core.stage.LedgerRollUp;
import io.payscope.core.stage.RollUpLedgerRequest;
import io.payscope.core.stage.Stage;

/** Brings the ledger's time buckets up to date, once all parts of an upload are loaded. */
public final class RollUpLedger implements Stage<RollUpLedgerRequest, LedgerRollUp> {

    private final BucketRoller buckets;

    public RollUpLedger(BucketRoller buckets) {
        this.buckets = buckets;
    }

    @Override
    public LedgerRollUp run(RollUpLedgerRequest request) {
        return buckets.rollUp(request.bankId(), request.uploadId());
    }
}
