package io.payscope.http;

import io.payscope.core.model.BankId;
import java.util.List;

/** A body that may name banks. Where the call is about one bank, a body that names another is refused. */
public interface NamesBank {

    /** @return the banks it names, none if it names none */
    List<BankId> namedBanks();
}
