package io.payscope.core.port;

import io.payscope.core.model.CanonicalTransaction;
import java.time.Instant;

/** Reads what went before a payment. */
public interface PaymentHistory {

    /**
     * The rows of a payment's parties that precede it in the order of the stream. Of the rows of its very instant those
     * precede it that have a smaller source row, if the payment itself is on record at that instant; none if it is not.
     * The payment never precedes itself.
     *
     * @param payment of the bank whose past is read
     * @param from first instant of the recent rows
     * @param most recent rows a party, the newest
     */
    PaymentPast before(CanonicalTransaction payment, Instant from, int most);
}
