package io.payscope.core.port;

import io.payscope.core.model.CanonicalTransaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a party had paid, or been paid, before a payment.
 *
 * @param earlierRows rows before the recent ones
 * @param earlierUnits sum of a payer's amounts over them, each rounded half even to 1e-4 and at most 1e10 in size, in
 *     units of 1e-4; 0 for a payee
 * @param earlierLast time of the newest of them, or null without any
 * @param recent rows in the order of the stream: by time, those of one instant by source row, then by id
 */
public record PartyPast(
        long earlierRows, long earlierUnits, @Nullable Instant earlierLast, List<CanonicalTransaction> recent) {

    /** The past of a party that was never seen. */
    public static final PartyPast NONE = new PartyPast(0, 0, null, List.of());

    public PartyPast {
        recent = List.copyOf(recent);
    }
}
