package io.payscope.core.port;

import io.payscope.core.model.PayeeKind;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one party did.
 *
 * @param partyId account or merchant
 * @param side the side of the payment that is profiled
 * @param kind {@code ACCOUNT} for every payer
 * @param volume transactions
 * @param amount sum of amounts
 * @param frauds transactions labelled fraud
 * @param firstSeen its first transaction
 * @param lastSeen its last transaction
 */
public record PartyProfile(
        String partyId,
        PartySide side,
        PayeeKind kind,
        long volume,
        BigDecimal amount,
        long frauds,
        Instant firstSeen,
        Instant lastSeen) {}
