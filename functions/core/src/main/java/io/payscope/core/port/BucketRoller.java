package io.payscope.core.port;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.LedgerRollUp;

/** Recomputes the time buckets of the ledger. */
public interface BucketRoller {

    /** Recomputes from the transactions every hour and day that the upload touched. */
    LedgerRollUp rollUp(BankId bank, String uploadId);
}
