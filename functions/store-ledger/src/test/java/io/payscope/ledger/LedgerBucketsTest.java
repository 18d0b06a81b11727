package io.payscope.ledger;

import static io.payscope.ledger.Payments.list;
import static io.payscope.ledger.Payments.part;
import static io.payscope.ledger.Payments.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.Label;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.LedgerRollUp;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Time buckets, merchants, queries and registers over loads that overlap. */
class LedgerBucketsTest {

    private static EmbeddedLedger ledger;
    private static int banks;
    private static TimeZone zone;

    private final BankId bank = new BankId(++banks);
    private final LedgerLoader loader = new LedgerLoader(ledger.transactions());
    private final LedgerBuckets buckets = new LedgerBuckets(ledger.transactions());
    private final LedgerQueries queries = new LedgerQueries(ledger.transactions());

    /** The driver hands its zone to the server: one that has a day of 23 hours in the middle of the payments. */
    @BeforeAll
    static void start() throws SQLException {
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        ledger = EmbeddedLedger.migrated();
    }

    @AfterAll
    static void stop() {
        TimeZone.setDefault(zone);
        ledger.close();
    }

    @Test
    void bucketsEqualARecomputation() {
        loader.load(bank, "u1", part(0, 1500), rows(bank, 0, 1500));
        loader.load(bank, "u1", part(1, 1500), rows(bank, 1500, 3000));
        List<TimeBucket> hours = recomputed(list(bank, 0, 3000), ChronoUnit.HOURS);
        List<TimeBucket> days = recomputed(list(bank, 0, 3000), ChronoUnit.DAYS);

        assertThat(buckets.rollUp(bank, "u1")).isEqualTo(new LedgerRollUp(bank, "u1", hours.size(), days.size()));
        assertThat(queries.buckets(bank, Grain.HOUR)).isEqualTo(hours);
        assertThat(queries.buckets(bank, Grain.DAY)).isEqualTo(days);
        assertThat(merchants()).isEqualTo(firstSeen(list(bank, 0, 3000)));
    }

    @Test
    void rollingUpAgainChangesNothing() {
        loader.load(bank, "u1", part(0, 700), rows(bank, 0, 700));
        LedgerRollUp first = buckets.rollUp(bank, "u1");
        List<TimeBucket> before = queries.buckets(bank, Grain.HOUR);
        assertThat(buckets.rollUp(bank, "u1")).isEqualTo(first);
        assertThat(queries.buckets(bank, Grain.HOUR)).isEqualTo(before);
    }

    @Test
    void anOverlappingUploadRecomputesWhatItTouchedOnly() {
        loader.load(bank, "u1", part(0, 1000), rows(bank, 1000, 2000));
        buckets.rollUp(bank, "u1");
        complete("u1");
        // Earlier payments, some of which were there: merchants are seen earlier than before.
        loader.load(bank, "u2", part(0, 1100), rows(bank, 0, 1100));
        LedgerRollUp second = buckets.rollUp(bank, "u2");

        assertThat(second.hourlyBuckets())
                .isEqualTo(recomputed(list(bank, 0, 1000), ChronoUnit.HOURS).size());
        assertThat(queries.buckets(bank, Grain.HOUR)).isEqualTo(recomputed(list(bank, 0, 2000), ChronoUnit.HOURS));
        assertThat(queries.buckets(bank, Grain.DAY)).isEqualTo(recomputed(list(bank, 0, 2000), ChronoUnit.DAYS));
        assertThat(merchants()).isEqualTo(firstSeen(list(bank, 0, 2000)));
    }

    @Test
    void whatADeadRunLeftBehindIsCountedIn() {
        loader.load(bank, "dead", part(0, 500), rows(bank, 0, 500));
        loader.load(bank, "u2", part(0, 500), rows(bank, 0, 500));
        buckets.rollUp(bank, "u2");
        assertThat(queries.buckets(bank, Grain.HOUR)).isEqualTo(recomputed(list(bank, 0, 500), ChronoUnit.HOURS));
    }

    @Test
    void anUploadThatInsertedNothingTouchesNothing() {
        loader.load(bank, "u1", part(0, 100), rows(bank, 0, 100));
        buckets.rollUp(bank, "u1");
        complete("u1");
        loader.load(bank, "u2", part(0, 100), rows(bank, 0, 100));
        assertThat(buckets.rollUp(bank, "u2")).isEqualTo(new LedgerRollUp(bank, "u2", 0, 0));
    }

    @Test
    void concurrentRollUpsAgree() throws Exception {
        loader.load(bank, "u1", part(0, 1500), rows(bank, 0, 1500));
        loader.load(bank, "u2", part(0, 1500), rows(bank, 1000, 2500));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<LedgerRollUp>> futures = List.of(
                    threads.submit(() -> buckets.rollUp(bank, "u1")),
                    threads.submit(() -> buckets.rollUp(bank, "u2")),
                    threads.submit(() -> buckets.rollUp(bank, "u1")),
                    threads.submit(() -> buckets.rollUp(bank, "u2")));
            for (Future<LedgerRollUp> future : futures) {
                assertThat(future.get().hourlyBuckets()).isPositive();
            }
        }
        assertThat(queries.buckets(bank, Grain.HOUR)).isEqualTo(recomputed(list(bank, 0, 2500), ChronoUnit.HOURS));
    }

    @Test
    void theCensusCountsEverythingOfTheBankAlone() {
        assertThat(queries.census(bank)).isEqualTo(new LedgerCensus(0, 0, 0, 0, 0));
        BankId other = new BankId(bank.value() + 1000);
        loader.load(other, "u1", part(0, 50), rows(other, 0, 50));
        buckets.rollUp(other, "u1");

        loader.load(bank, "u1", part(0, 400), rows(bank, 0, 400));
        buckets.rollUp(bank, "u1");
        complete("u1");
        complete("u1");
        ModelOutcome trained = outcome(ModelOutcome.Kind.FRAUD, ModelOutcome.Status.TRAINED, "models/fraud/card.json");
        ModelOutcome basic =
                outcome(ModelOutcome.Kind.FORECAST, ModelOutcome.Status.BASIC, "models/forecast/card.json");
        ModelOutcome none = outcome(ModelOutcome.Kind.FORECAST, ModelOutcome.Status.NOT_TRAINABLE, null);
        LedgerRuns runs = new LedgerRuns(ledger.transactions());
        RunSummary summary = new RunSummary("run-" + bank, RunSummary.RunStatus.SUCCEEDED, "s3://b/k", "all well");
        runs.record(summary, Instant.EPOCH, List.of(trained, basic, none), Set.of());
        runs.record(summary, Instant.EPOCH, List.of(trained, basic, none), Set.of());

        assertThat(queries.census(bank)).isEqualTo(new LedgerCensus(400, 1, 400, 400, 2));
        assertThat(runStatus(summary.runId())).containsExactly("SUCCEEDED");
    }

    @Test
    void profilesAreTheBusiestPartiesOfASide() {
        loader.load(bank, "u1", part(0, 2000), rows(bank, 0, 2000));
        assertThat(queries.profiles(bank, PartySide.PAYER, 7))
                .isEqualTo(busiest(PartySide.PAYER, CanonicalTransaction::payerId, 7));
        assertThat(queries.profiles(bank, PartySide.PAYEE, 7))
                .isEqualTo(busiest(PartySide.PAYEE, CanonicalTransaction::payeeId, 7));
    }

    @Test
    void theLargestFraudsComeFirst() {
        loader.load(bank, "u1", part(0, 2000), rows(bank, 0, 2000));
        List<CanonicalTransaction> expected = list(bank, 0, 2000).stream()
                .filter(row -> row.label() == Label.FRAUD)
                .sorted(Comparator.comparing(CanonicalTransaction::amount)
                        .reversed()
                        .thenComparing(CanonicalTransaction::transactionId))
                .limit(5)
                .toList();
        assertThat(queries.largestFrauds(bank, 5)).hasSize(5).isEqualTo(expected);
    }

    private void complete(String upload) {
        new LedgerUploads(ledger.transactions()).complete(bank, new CompletedUpload(bank, upload, 1, 1, 1, 1));
    }

    private ModelOutcome outcome(ModelOutcome.Kind kind, ModelOutcome.Status status, @Nullable String key) {
        return new ModelOutcome(
                bank, kind, status, "", key, key == null ? null : "sha", Map.of("averagePrecision", 0.5));
    }

    private static List<String> runStatus(String run) {
        return ledger.transactions()
                .callWithoutBank(
                        "looking",
                        connection -> Sql.list(
                                connection,
                                row -> row.getString(1),
                                "SELECT status FROM run_registry WHERE run_id = ?",
                                run));
    }

    private Map<String, Instant> merchants() {
        return ledger.transactions().call(bank, "looking", connection -> {
            Map<String, Instant> found = new TreeMap<>();
            Sql.list(
                    connection,
                    row -> found.put(row.getString(1), Sql.instant(row, 2)),
                    "SELECT merchant_id, first_seen FROM merchants");
            return found;
        });
    }

    private static Map<String, Instant> firstSeen(List<CanonicalTransaction> rows) {
        Map<String, Instant> seen = new TreeMap<>();
        rows.stream()
                .filter(row -> row.payeeKind() == PayeeKind.MERCHANT)
                .forEach(row ->
                        seen.merge(String.valueOf(row.payeeId()), row.occurredAt(), (a, b) -> a.isBefore(b) ? a : b));
        return seen;
    }

    private static List<TimeBucket> recomputed(List<CanonicalTransaction> rows, ChronoUnit unit) {
        Map<Instant, List<CanonicalTransaction>> byStart = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.occurredAt().truncatedTo(unit), TreeMap::new, Collectors.toList()));
        return byStart.entrySet().stream()
                .map(entry -> new TimeBucket(
                        entry.getKey(), entry.getValue().size(), sum(entry.getValue()), frauds(entry.getValue())))
                .toList();
    }

    private List<PartyProfile> busiest(
            PartySide side, Function<CanonicalTransaction, @Nullable String> party, int limit) {
        Map<String, List<CanonicalTransaction>> byParty = new HashMap<>();
        for (CanonicalTransaction row : list(bank, 0, 2000)) {
            byParty.computeIfAbsent(String.valueOf(party.apply(row)), id -> new ArrayList<>())
                    .add(row);
        }
        return byParty.entrySet().stream()
                .map(entry -> new PartyProfile(
                        entry.getKey(),
                        side,
                        entry.getKey().startsWith("m") ? PayeeKind.MERCHANT : PayeeKind.ACCOUNT,
                        entry.getValue().size(),
                        sum(entry.getValue()),
                        frauds(entry.getValue()),
                        entry.getValue().getFirst().occurredAt(),
                        entry.getValue().getLast().occurredAt()))
                .sorted(Comparator.comparingLong(PartyProfile::volume)
                        .reversed()
                        .thenComparing(PartyProfile::partyId))
                .limit(limit)
                .toList();
    }

    private static BigDecimal sum(List<CanonicalTransaction> rows) {
        return Money.canonical(
                rows.stream().map(CanonicalTransaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static long frauds(List<CanonicalTransaction> rows) {
        return rows.stream().filter(row -> row.label() == Label.FRAUD).count();
    }
}
