package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/** A request that concerns one bank. */
public interface BankScoped {

    /** @return the bank */
    BankId bankId();
}
