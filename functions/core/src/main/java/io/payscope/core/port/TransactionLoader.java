package io.payscope.core.port;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.stage.LoadReceipt;
import java.util.Iterator;

/** A store that transactions are loaded into, part by part: the ledger and the graph. */
public interface TransactionLoader {

    /**
     * Loads a part in one go: all of it with its receipt, or nothing. A part that was loaded before is not read; its
     * first receipt is returned.
     *
     * @param bank the bank, the only one whose data can be touched
     * @param uploadId the upload that the part belongs to
     * @param part the part
     * @param rows its transactions, all of {@code bank}, read once
     * @throws io.payscope.core.fault.DataFault if a row is of another bank, or there are not {@code part.rows()} rows
     * @throws io.payscope.core.fault.TransientFault if the store does not answer or a lock could not be had
     */
    LoadReceipt load(BankId bank, String uploadId, PartRef part, Iterator<CanonicalTransaction> rows);
}
