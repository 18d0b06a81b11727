package io.payscope.core.port;

import io.payscope.core.model.BankId;
import java.time.Instant;
import java.util.List;

/** Reads who paid whom. */
public interface PaymentEdges {

    /**
     * A bank's payments with a payer and a payee, added up.
     *
     * @param from first instant that counts
     * @param to first instant that no longer counts
     * @return one edge a pair, in no particular order
     */
    List<PaymentEdge> payments(BankId bank, Instant from, Instant to);
}
