package io.payscope.apipredictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.PaymentEdges;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.http.Refusal;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerHistory;
import io.payscope.ledger.LedgerLoader;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreTransactionsTest {

    private static final double DELAY_HOURS = 7 * 24;
    private static final String CARD = "models/bank=4/fraud/v1/card.json";
    private static final int SAMPLE = 250;

    private final List<CanonicalRow> rows = RandomBank.rows();
    private final List<double[]> streamed = new ArrayList<>();
    private final InMemoryObjects objects = new InMemoryObjects();
    private final GraphSnapshots graphs = new GraphSnapshots(RandomBank.edges(rows), 1, 200);
    private EmbeddedLedger ledger;
    private FraudModels models;
    private ScoreTransactions scoring;

    @BeforeAll
    void loadABank() throws SQLException {
        ledger = EmbeddedLedger.migrated();
        new LedgerLoader(ledger.transactions())
                .load(
                        RandomBank.BANK,
                        "u1",
                        new PartRef(0, "bucket", "part-0", "sha", rows.size()),
                        rows.stream().map(CanonicalRow::transaction).iterator());
        FeatureBuilder builder = new FeatureBuilder(RandomBank.OWN, Duration.ofDays(7));
        rows.forEach(row -> streamed.add(builder.next(row)));
        writeModel(builder);
        models = new FraudModels(
                objects,
                (bank, kind) -> kind == ModelOutcome.Kind.FRAUD && bank.equals(RandomBank.BANK)
                        ? Optional.of(CARD)
                        : Optional.empty(),
                2);
        scoring = new ScoreTransactions(models, new LedgerHistory(ledger.transactions()), graphs);
    }

    private void writeModel(FeatureBuilder builder) {
        Random random = new Random(3);
        int features = builder.names().size();
        LogisticModel line = new LogisticModel(
                Collections.nCopies(features, 0.0),
                Collections.nCopies(features, 1.0),
                random.doubles(features, -1e-6, 1e-6).boxed().toList(),
                -1);
        byte[] body = JsonCodec.encode(line);
        ModelCard card = new ModelCard(
                RandomBank.BANK,
                ModelOutcome.Kind.FRAUD,
                "v1",
                ModelCard.LOGISTIC,
                ModelOutcome.Status.BASIC,
                "",
                builder.names(),
                builder.channels(),
                new LearningPlan(new FraudPlan(0.6, 0.2, DELAY_HOURS, 1, 1), null),
                null,
                Map.of("threshold", 0.27),
                List.of(),
                Map.of(),
                List.of(),
                new Origin("", "", 1, "", Map.of()),
                "model.json",
                Hashes.sha256(body));
        objects.put("models/bank=4/fraud/v1/model.json", body, "application/json");
        objects.put(CARD, JsonCodec.encode(card), "application/json");
    }

    @AfterAll
    void close() {
        ledger.close();
    }

    private static PaymentToScore asked(CanonicalRow row) {
        return new PaymentToScore(row.transaction(), Map.of("V1", row.features()[0]));
    }

    private double[] features(LoadedFraudModel loaded, PaymentToScore payment) {
        Instant midnight = loaded.features().graphAt(payment.transaction().occurredAt());
        return scoring.features(RandomBank.BANK, loaded, payment, graphs.at(RandomBank.BANK, midnight));
    }

    /** Seeded rows, the first hundred, and all that share their instant with the row before. */
    private int[] sample() {
        Random random = new Random(11);
        IntStream shared = IntStream.range(1, rows.size())
                .filter(i -> rows.get(i)
                        .transaction()
                        .occurredAt()
                        .equals(rows.get(i - 1).transaction().occurredAt()))
                .limit(100);
        return IntStream.concat(IntStream.range(0, 100), IntStream.concat(shared, random.ints(SAMPLE, 0, rows.size())))
                .toArray();
    }

    @Test
    void aHistoricalPaymentScoresAsInTheStreamBitForBit() {
        LoadedFraudModel loaded = models.of(RandomBank.BANK);
        FraudModel model = loaded.model();
        int graphs = 0;
        for (int i : sample()) {
            CanonicalRow row = rows.get(i);
            double[] features = features(loaded, asked(row));
            for (int f = 0; f < features.length; f++) {
                assertThat(Double.doubleToLongBits(features[f]))
                        .as("row %d, %s: %s and %s", i, model.card().features().get(f), features[f], streamed.get(i)[f])
                        .isEqualTo(Double.doubleToLongBits(streamed.get(i)[f]));
            }
            double score = scoring.score(RandomBank.BANK, List.of(asked(row)))
                    .scores()
                    .getFirst()
                    .probability();
            assertThat(Double.doubleToLongBits(score)).isEqualTo(Double.doubleToLongBits(model.score(streamed.get(i))));
            graphs += features[features.length - 1] > 0 ? 1 : 0;
        }
        assertThat(graphs).as("rows with a risk from the graph").isGreaterThan(100);
    }

    @Test
    void scoresCarryTheModelTheDecisionAndReasons() {
        List<PaymentToScore> asked = rows.subList(4_000, 4_200).stream()
                .map(ScoreTransactionsTest::asked)
                .toList();
        PaymentScores scores = scoring.score(RandomBank.BANK, asked);
        assertThat(scores.modelVersion()).isEqualTo("v1");
        assertThat(scores.scores()).hasSize(200).allSatisfy(score -> assertThat(score.decision())
                .isEqualTo(score.probability() >= 0.27 ? PaymentScore.Decision.REVIEW : PaymentScore.Decision.PASS));
        assertThat(scores.scores())
                .anySatisfy(score -> assertThat(score.reasons()).isNotEmpty());
    }

    @Test
    void aNewPaymentSeesNothingOfItsInstantAndAnUnseenChannelGetsTheNextNumber() {
        CanonicalTransaction old = rows.get(4_500).transaction();
        CanonicalTransaction fresh = new CanonicalTransaction(
                old.bankId(),
                "new",
                old.occurredAt(),
                old.amount(),
                old.currency(),
                "unseen",
                "nobody",
                "no one",
                old.payeeKind(),
                old.label(),
                old.lifecycleStage(),
                1);
        LoadedFraudModel loaded = models.of(RandomBank.BANK);
        double[] features = features(loaded, new PaymentToScore(fresh, Map.of()));
        List<String> names = loaded.model().card().features();
        assertThat(features[0]).isNaN();
        assertThat(features[names.indexOf("payer_count")]).isZero();
        assertThat(features[names.indexOf("tx_channel")])
                .isEqualTo(loaded.model().card().channels().size());
    }

    @Test
    void whatDoesNotBelongIsRefused() {
        CanonicalRow row = rows.get(9);
        PaymentToScore extra = new PaymentToScore(row.transaction(), Map.of("V9", 1.0));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> scoring.score(RandomBank.BANK, List.of(extra)))
                .withMessageContaining("[V9]");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scoring.score(RandomBank.BANK, List.of()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> scoring.score(new BankId(5), List.of(asked(row))))
                .withMessageContaining("no fraud model");
    }

    @Test
    void aBatchReadsEachGraphOnceAndIsScoredInTheOrderOfTheRequest() {
        AtomicInteger read = new AtomicInteger();
        PaymentEdges edges = RandomBank.edges(rows);
        ScoreTransactions counted = new ScoreTransactions(
                models,
                new LedgerHistory(ledger.transactions()),
                new GraphSnapshots(
                        (bank, from, to) -> {
                            read.incrementAndGet();
                            return edges.payments(bank, from, to);
                        },
                        1,
                        1));
        List<PaymentToScore> alternating = IntStream.range(0, 60)
                .mapToObj(i -> asked(rows.get(i % 2 == 0 ? 1_000 + i : 4_000 + i)))
                .toList();

        PaymentScores scores = counted.score(RandomBank.BANK, alternating);

        long midnights = alternating.stream()
                .map(payment -> models.of(RandomBank.BANK)
                        .features()
                        .graphAt(payment.transaction().occurredAt()))
                .distinct()
                .count();
        assertThat(read).hasValue((int) midnights);
        assertThat(scores.scores())
                .extracting(PaymentScore::transactionId)
                .isEqualTo(alternating.stream()
                        .map(payment -> payment.transaction().transactionId())
                        .toList());
        assertThat(scores).isEqualTo(scoring.score(RandomBank.BANK, alternating));
    }

    @Test
    void aBatchOfTooManyDaysIsRefused() {
        CanonicalTransaction old = rows.get(4_500).transaction();
        List<PaymentToScore> days = IntStream.rangeClosed(0, ScoreTransactions.MOST_DAYS)
                .mapToObj(day -> new PaymentToScore(
                        new CanonicalTransaction(
                                old.bankId(),
                                "new-" + day,
                                old.occurredAt().plus(Duration.ofDays(day)),
                                old.amount(),
                                old.currency(),
                                old.channel(),
                                old.payerId(),
                                old.payeeId(),
                                old.payeeKind(),
                                old.label(),
                                old.lifecycleStage(),
                                1),
                        Map.of()))
                .toList();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> scoring.score(RandomBank.BANK, days))
                .withMessageContaining("at most 31 days, found 32");
        assertThat(scoring.score(RandomBank.BANK, days.subList(1, days.size())).scores())
                .hasSize(ScoreTransactions.MOST_DAYS);
    }

    @Test
    void noNativeLibraryIsOnTheClassPath() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName("io.github.metarank.lightgbm4j.LGBMBooster"));
    }
}
