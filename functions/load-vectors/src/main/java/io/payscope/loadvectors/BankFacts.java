package io.payscope.loadvectors;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that a bank's documents are written from.
 *
 * @param bank the bank
 * @param budget how many documents may be written
 * @param days buckets of a day, in time order
 * @param hours buckets of an hour, in time order
 * @param payers most active first, at most as many as documents
 * @param payees most active first, at most as many as documents
 * @param frauds largest first, at most as many as documents
 * @param counterparties how many each of these parties has, by party id
 */
record BankFacts(
        BankId bank,
        int budget,
        List<TimeBucket> days,
        List<TimeBucket> hours,
        List<PartyProfile> payers,
        List<PartyProfile> payees,
        List<CanonicalTransaction> frauds,
        Map<String, Long> counterparties) {

    static BankFacts read(LedgerReader ledger, GraphReader graph, BankId bank, DocumentBudget budget) {
        List<TimeBucket> days = ledger.buckets(bank, Grain.DAY);
        int limit = budget.of(days.stream().mapToLong(TimeBucket::volume).sum());
        List<PartyProfile> payers = ledger.profiles(bank, PartySide.PAYER, limit);
        List<PartyProfile> payees = ledger.profiles(bank, PartySide.PAYEE, limit);
        List<String> parties = Stream.concat(payers.stream(), payees.stream())
                .map(PartyProfile::partyId)
                .distinct()
                .sorted()
                .toList();
        return new BankFacts(
                bank,
                limit,
                days,
                ledger.buckets(bank, Grain.HOUR),
                payers,
                payees,
                ledger.largestFrauds(bank, limit),
                parties.isEmpty() ? Map.of() : graph.counterparties(bank, parties));
    }

    long volume() {
        return days.stream().mapToLong(TimeBucket::volume).sum();
    }

    BigDecimal amount() {
        return days.stream().map(TimeBucket::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long fraudCount() {
        return days.stream().mapToLong(TimeBucket::frauds).sum();
    }
}
