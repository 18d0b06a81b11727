package io.payscope.trainforecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.claim.Claims;
import io.payscope.core.fault.BugFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.Provenance;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.objects.S3Claims;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.registry.ModelRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainForecastTest {

    private static final BankId BANK = new BankId(4);
    private static final ForecastPlan PLAN = new ForecastPlan(Grain.DAY, 7, 28, 14);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Claims claims = new S3Claims(objects, Clock.systemUTC(), "test", Duration.ofMinutes(15));

    private TrainForecast stage(int days) {
        return new TrainForecast(new Ledger(days), objects, claims);
    }

    private TrainRequest request(@Nullable ForecastPlan plan) {
        ManifestIdentity identity = new ManifestIdentity(
                ManifestIdentity.SCHEMA_VERSION,
                BANK,
                new SourceInfo("test", "1", "none"),
                List.of(),
                "content",
                0,
                0,
                Map.of(),
                0,
                new LabelCounts(0, 0, 0),
                new LabelCounts(0, 0, 0),
                Map.of("LEGITIMATE", 53.0),
                1,
                null,
                List.of(),
                new LearningPlan(null, plan),
                List.of());
        ManifestRef ref = new Manifests(objects)
                .write(
                        "prepared/bank=4/d1/",
                        new DatasetManifest(identity, new Provenance("test", Instant.EPOCH, Map.of())));
        return new TrainRequest("run-1", BANK, ref, 42);
    }

    @Test
    void leavesAModelThatForecastsTheSameBitsAfterReload() {
        TrainForecast stage = stage(120);
        ModelOutcome outcome = stage.run(request(PLAN));

        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.TRAINED);
        assertThat(outcome.modelKey()).matches("models/bank=4/forecast/[0-9a-f]{16}/card\\.json");
        assertThat(outcome.metrics()).containsKeys("volumeMase", "amountMase", "horizon", "origins");
        ForecastModel fitted = ForecastModel.fit(new Ledger(120).buckets(BANK, Grain.DAY), PLAN)
                .orElseThrow();
        ForecastModel loaded = new ForecastArtefacts(objects).load(outcome.modelKey());
        assertThat(loaded).isEqualTo(fitted);
        for (int i = 0; i < fitted.series().size(); i++) {
            SeriesModel before = fitted.series().get(i);
            SeriesModel after = loaded.series().get(i);
            assertThat(after.forecast(60)).containsExactly(before.forecast(60));
            assertThat(after.interval(95, 60)).isDeepEqualTo(before.interval(95, 60));
            for (Candidate candidate : Candidate.values()) {
                assertThat(after.models().forecast(candidate, 60))
                        .isEqualTo(before.models().forecast(candidate, 60));
            }
        }
    }

    @Test
    void chartLiesBesideTheModelAndTheCardNamesChoiceAndCoverage() {
        ModelOutcome outcome = stage(120).run(request(PLAN));
        String card = text(outcome.modelKey());

        assertThat(text(outcome.modelKey().replace("card.json", "forecast.svg")))
                .startsWith("<svg")
                .contains("volume: ", "amount: ", "frauds: ");
        assertThat(card)
                .contains("\"volumeModel\"", "\"volumeCoverage80\"", "\"unconverged\":0.0", "forecast-2")
                .contains("of this dataset a sample", "LEGITIMATE=53.0");
    }

    private String text(String key) {
        return new String(VerifiedObject.read(objects, key), StandardCharsets.UTF_8);
    }

    @Test
    void rerunWritesNothingAndNewPaymentsLeadToANewModel() {
        TrainRequest request = request(PLAN);
        ModelOutcome first = stage(120).run(request);
        List<ObjectHead> written = objects.list("models/");
        objects.put(first.modelKey(), new byte[0], "application/json");

        // A second writing would mend the card.
        assertThat(stage(120).run(request)).isEqualTo(first);
        assertThat(objects.find(first.modelKey()).orElseThrow().body()).isEmpty();
        assertThat(objects.list("models/")).hasSameSizeAs(written);

        ModelOutcome second = stage(121).run(request);
        assertThat(second.modelKey()).isNotEqualTo(first.modelKey());
        assertThat(new ModelRegistry(objects, Clock.systemUTC()).entries(BANK, ModelOutcome.Kind.FORECAST))
                .hasSize(2)
                .last()
                .satisfies(decided -> assertThat(decided.entry().reason())
                        .as("the champion's card is empty")
                        .startsWith("the champion cannot be read")
                        .contains(first.modelKey()));
    }

    @Test
    void removedModelIsFittedAgain() {
        TrainRequest request = request(PLAN);
        ModelOutcome first = stage(120).run(request);
        objects.delete(first.modelKey());

        assertThat(stage(120).run(request)).isEqualTo(first);
        assertThat(objects.head(first.modelKey())).isPresent();
    }

    @Test
    void shortOrUndeclaredSeriesAreNotApplicable() {
        ModelOutcome tooShort = stage(20).run(request(PLAN));
        ModelOutcome undeclared = stage(120).run(request(null));

        assertThat(tooShort.status()).isEqualTo(ModelOutcome.Status.NOT_APPLICABLE);
        assertThat(tooShort.reason()).contains("20 buckets").contains("28");
        assertThat(undeclared.status()).isEqualTo(ModelOutcome.Status.NOT_APPLICABLE);
        assertThat(undeclared.reason()).isEqualTo("the catalog declares no series");
    }

    @Test
    void emptyLedgerIsNotTrainableAndNotRemembered() {
        ModelOutcome empty = stage(0).run(request(PLAN));

        assertThat(empty.status()).isEqualTo(ModelOutcome.Status.NOT_TRAINABLE);
        assertThat(empty.reason()).isEqualTo("the ledger holds nothing of this bank");
        assertThat(stage(120).run(request(PLAN)).status()).isEqualTo(ModelOutcome.Status.TRAINED);
    }

    /** A ledger with seeded daily buckets and nothing else. */
    private record Ledger(int days) implements LedgerReader {

        @Override
        public List<TimeBucket> buckets(BankId bank, Grain grain) {
            Random random = new Random(9);
            return IntStream.range(0, days)
                    .mapToObj(day -> {
                        long volume = 300 + day + 40 * (day % 7) + random.nextInt(30);
                        return new TimeBucket(
                                Instant.parse("2024-01-01T00:00:00Z")
                                        .plus(grain.length().multipliedBy(day)),
                                volume,
                                BigDecimal.valueOf(volume * 1999, 2),
                                volume % 7);
                    })
                    .toList();
        }

        @Override
        public LedgerCensus census(BankId bank) {
            throw new BugFault("not asked for by this stage");
        }

        @Override
        public List<PartyProfile> profiles(BankId bank, PartySide side, int limit) {
            throw new BugFault("not asked for by this stage");
        }

        @Override
        public List<CanonicalTransaction> largestFrauds(BankId bank, int limit) {
            throw new BugFault("not asked for by this stage");
        }
    }
}
