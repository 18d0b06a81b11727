package io.payscope.core.port;

import io.payscope.core.model.BankId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures about a part of one bank's ledger, each exact. A question's words reach it as parameters only. */
public interface LedgerFigures {

    /** @return what the ledger covers; empty if the bank has no transaction */
    Optional<Extent> extent(BankId bank);

    /** @return the channels of the bank's transactions, in order */
    List<String> channels(BankId bank);

    /** @return those of the names that are a party in the bank's transactions, in order */
    List<String> parties(BankId bank, Collection<String> names);

    /** @return the sums over the part */
    Totals totals(BankId bank, Part part);

    /**
     * The groups of a part with the most transactions, ties broken by key.
     *
     * @param by what is grouped
     * @param limit at most so many
     */
    List<Ranked> top(BankId bank, Part part, Grouping by, int limit);

    /**
     * What the ledger covers.
     *
     * @param first the oldest transaction
     * @param last the newest transaction
     * @param currency the only currency, or {@code XXX} where there are several
     */
    record Extent(Instant first, Instant last, String currency) {}

    /**
     * A part of the ledger.
     *
     * @param from first instant
     * @param to first instant after it
     * @param channel only this channel, or null for all
     * @param party only transactions that this account or merchant made or received, or null for all
     */
    record Part(
            Instant from,
            Instant to,
            @Nullable String channel,
            @Nullable String party) {}

    /**
     * Sums over a part. Amounts are in the bank's currency.
     *
     * @param count transactions
     * @param amount sum of amounts
     * @param average mean amount rounded half up to 4 decimals, 0 of no transactions
     * @param labelled transactions that are labelled, fraud or not
     * @param frauds transactions labelled fraud
     * @param fraudAmount sum of their amounts
     * @param fraudRate their share of the labelled transactions in per cent, rounded half up to 4 decimals, 0 of none
     * @param largestFraud the largest amount labelled fraud, 0 if none is
     * @param payers distinct payers
     * @param payees distinct payees
     */
    record Totals(
            long count,
            BigDecimal amount,
            BigDecimal average,
            long labelled,
            long frauds,
            BigDecimal fraudAmount,
            BigDecimal fraudRate,
            BigDecimal largestFraud,
            long payers,
            long payees) {}

    /**
     * One group.
     *
     * @param key what the group has in common; an hour or day as an instant
     * @param count transactions
     */
    record Ranked(String key, long count) {}

    /** What transactions are grouped by. */
    enum Grouping {
        HOUR,
        DAY,
        MERCHANT,
        PAYER,
        CHANNEL
    }
}
