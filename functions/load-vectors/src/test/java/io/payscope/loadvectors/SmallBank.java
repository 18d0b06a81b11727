package io.payscope.loadvectors;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.Label;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger of one bank, computed from a list of transactions. */
record SmallBank(List<CanonicalTransaction> transactions) implements LedgerReader {

    @Override
    public LedgerCensus census(BankId bank) {
        throw new UnsupportedOperationException("documents are not written from counts");
    }

    @Override
    public List<TimeBucket> buckets(BankId bank, Grain grain) {
        long seconds = grain.length().toSeconds();
        Map<Instant, List<CanonicalTransaction>> byStart = transactions.stream()
                .collect(Collectors.groupingBy(
                        t -> Instant.ofEpochSecond(Math.floorDiv(t.occurredAt().getEpochSecond(), seconds) * seconds),
                        TreeMap::new,
                        Collectors.toList()));
        return byStart.entrySet().stream()
                .map(e -> new TimeBucket(e.getKey(), e.getValue().size(), amount(e.getValue()), frauds(e.getValue())))
                .toList();
    }

    @Override
    public List<PartyProfile> profiles(BankId bank, PartySide side, int limit) {
        Function<CanonicalTransaction, @Nullable String> party =
                side == PartySide.PAYER ? CanonicalTransaction::payerId : CanonicalTransaction::payeeId;
        Map<String, List<CanonicalTransaction>> byParty = transactions.stream()
                .filter(t -> party.apply(t) != null)
                .collect(Collectors.groupingBy(t -> Objects.requireNonNull(party.apply(t))));
        return byParty.entrySet().stream()
                .map(e -> profile(e.getKey(), side, e.getValue()))
                .sorted(Comparator.comparingLong(PartyProfile::volume)
                        .reversed()
                        .thenComparing(PartyProfile::partyId))
                .limit(limit)
                .toList();
    }

    private static PartyProfile profile(String id, PartySide side, List<CanonicalTransaction> made) {
        List<Instant> times =
                made.stream().map(CanonicalTransaction::occurredAt).sorted().toList();
        return new PartyProfile(
                id,
                side,
                side == PartySide.PAYER ? PayeeKind.ACCOUNT : made.getFirst().payeeKind(),
                made.size(),
                amount(made),
                frauds(made),
                times.getFirst(),
                times.getLast());
    }

    @Override
    public List<CanonicalTransaction> largestFrauds(BankId bank, int limit) {
        return transactions.stream()
                .filter(t -> t.label() == Label.FRAUD)
                .sorted(Comparator.comparing(CanonicalTransaction::amount)
                        .reversed()
                        .thenComparing(CanonicalTransaction::transactionId))
                .limit(limit)
                .toList();
    }

    private static BigDecimal amount(List<CanonicalTransaction> some) {
        return some.stream().map(CanonicalTransaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long frauds(List<CanonicalTransaction> some) {
        return some.stream().filter(t -> t.label() == Label.FRAUD).count();
    }
}
