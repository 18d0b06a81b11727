package io.payscope.core.port;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.Store;

/** Removes everything of one bank from one store. */
public interface BankErasure {

    /** @return which store */
    Store store();

    /**
     * Removes everything of a bank. After an interruption it can be called again and removes the rest.
     *
     * @return how many rows, nodes, vectors or objects this call removed
     * @throws io.payscope.core.fault.TransientFault if the store does not answer, or still shows what was removed
     */
    long erase(BankId bank);
}
