package io.payscope.learning.feature;

import io.payscope.core.model.CanonicalTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A payment, and what was known when it came: the parties' windows end just before it.
 *
 * @param transaction the payment
 * @param millis its time, milliseconds since 1970
 * @param amount in units of its currency
 * @param units the amount as it is summed
 * @param log ln(1 + amount)
 * @param channel number of its channel
 * @param payer null where the source has none
 * @param payee null where the source has none
 * @param pairRows earlier rows of the two in a month
 * @param graph the last snapshot at least the label delay ago
 * @param graphPayer number of the payer in the snapshot, -1 for none
 * @param graphPayee number of the payee there, likewise
 */
record Moment(
        CanonicalTransaction transaction,
        long millis,
        double amount,
        long units,
        double log,
        int channel,
        @Nullable Party payer,
        @Nullable Party payee,
        int pairRows,
        GraphSnapshot graph,
        int graphPayer,
        int graphPayee) {}
