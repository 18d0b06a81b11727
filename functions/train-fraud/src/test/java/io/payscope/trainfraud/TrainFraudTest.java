package io.payscope.trainfraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.fraud.AlertCosts;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.learning.fraud.Reasons;
import io.payscope.objects.S3Claims;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.registry.ModelRegistry;
import io.payscope.wire.registry.RecordedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainFraudTest {

    private static final FraudPlan PLAN = new FraudPlan(0.6, 0.2, 12, 40, 5);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Claims claims = new S3Claims(objects, Clock.systemUTC(), "test", Duration.ofMinutes(15));
    private final TrainFraud stage = new TrainFraud(objects, claims);

    private Map<String, String> models() {
        return objects.list("models/").stream().collect(Collectors.toMap(ObjectHead::key, ObjectHead::entityTag));
    }

    private static TrainRequest request(ManifestRef manifest) {
        return new TrainRequest("run-1", PreparedBank.BANK, manifest, 42);
    }

    @Test
    void leavesAModelThatLoadsAndScores() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        ModelOutcome outcome = stage.run(request(manifest));

        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.TRAINED);
        assertThat(outcome.modelKey()).matches("models/bank=3/fraud/[0-9a-f]{16}/card\\.json");
        assertThat(outcome.metrics().get("averagePrecision"))
                .isGreaterThan(5 * outcome.metrics().get("prevalence"));
        FraudModel model = new FraudArtefacts(objects).load(outcome.modelKey());
        ModelCard card = model.card();
        assertThat(card.origin().manifestSha256()).isEqualTo(manifest.sha256());
        assertThat(card.features()).startsWith("V1", "V2", "tx_amount");
        assertThat(card.channels()).containsExactly("card");
        assertThat(card.metrics()).isEqualTo(outcome.metrics());
        double[] calm = new double[card.features().size()];
        calm[0] = -1;
        double[] strange = calm.clone();
        strange[0] = 4;
        assertThat(model.score(strange)).isGreaterThan(model.score(calm));
        Reasons reasons = new Reasons(new FeatureBuilder(List.of("V1", "V2"), Duration.ZERO).definitions());
        assertThat(reasons.strongest(model.contributions(strange), 3).getFirst().code())
                .isEqualTo("V1");
        String folder = outcome.modelKey().replace("card.json", "");
        assertThat(new String(objects.find(folder + "card.html").orElseThrow().body(), StandardCharsets.UTF_8))
                .contains("ROC", "Reliability", "Cost against threshold", "payee_risk_7d", manifest.sha256())
                .doesNotContain("<script");
        assertThat(new String(
                        objects.find(folder + "features.json").orElseThrow().body(), StandardCharsets.UTF_8))
                .contains("the bank's own column V1", "payer_strangeness");
    }

    @Test
    void rowsOfUnknownLabelAreNotLearnedFrom() throws IOException {
        ModelOutcome outcome = stage.run(request(PreparedBank.write(objects, PLAN, 0.05)));

        int labelled = PreparedBank.ROWS - PreparedBank.ROWS / 50;
        assertThat(outcome.metrics().get("trainRows")).isEqualTo(Math.floor(labelled * 0.6));
    }

    @Test
    void rerunWritesNothingAndAnswersTheSame() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        ModelOutcome first = stage.run(request(manifest));
        List<ObjectHead> before = objects.list("");

        assertThat(stage.run(new TrainRequest("run-2", PreparedBank.BANK, manifest, 42)))
                .isEqualTo(first);
        assertThat(objects.list("")).isEqualTo(before);
    }

    @Test
    void removedModelIsTrainedAgainToTheSameBytes() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        ModelOutcome first = stage.run(request(manifest));
        Map<String, String> before = models();
        objects.delete(first.modelKey().replace("card.json", "model.txt"));

        assertThat(stage.run(request(manifest))).isEqualTo(first);
        assertThat(models()).isEqualTo(before);
    }

    @Test
    void anotherSeedIsAnotherVersion() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        ModelOutcome first = stage.run(request(manifest));
        ModelOutcome second = stage.run(new TrainRequest("run-1", PreparedBank.BANK, manifest, 43));

        assertThat(second.modelKey()).isNotEqualTo(first.modelKey());
    }

    @Test
    void laterModelIsHeldAgainstTheChampionAndARerunDecidesNothing() throws IOException {
        ModelRegistry registry = new ModelRegistry(objects, Clock.systemUTC());
        ModelOutcome first = stage.run(request(PreparedBank.write(objects, PLAN, 0.05)));
        ManifestRef second = PreparedBank.write(objects, PLAN, 0.06);
        stage.run(request(second));
        stage.run(request(second));

        List<RecordedEntry> entries = registry.entries(PreparedBank.BANK, ModelOutcome.Kind.FRAUD);
        assertThat(entries).hasSize(2);
        RegistryEntry decision = entries.getLast().entry();
        assertThat(decision.by()).isEqualTo("run-1");
        assertThat(decision.checks())
                .extracting(NamedCheck::name)
                .containsExactly("averagePrecision", "cost", "calibration", "latency", "dataVolume");
        assertThat(decision.checks().getFirst().note()).contains("on the same rows");
        assertThat(decision.action())
                .isEqualTo(
                        decision.failedChecks().isEmpty() ? RegistryEntry.Action.PROMOTE : RegistryEntry.Action.KEEP);
        assertThat(entries.getFirst().entry().champion())
                .extracting(RegisteredModel::cardKey)
                .isEqualTo(first.modelKey());
    }

    @Test
    void damagedChampionIsNamedAndDoesNotKeepALaterModelOut() throws IOException {
        ModelRegistry registry = new ModelRegistry(objects, Clock.systemUTC());
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        ModelOutcome first = stage.run(request(manifest));
        objects.put(first.modelKey().replace("card.json", "model.txt"), new byte[] {1}, "text/plain");

        ModelOutcome second = stage.run(new TrainRequest("run-2", PreparedBank.BANK, manifest, 43));

        RegistryEntry decision = registry.entries(PreparedBank.BANK, ModelOutcome.Kind.FRAUD)
                .getLast()
                .entry();
        assertThat(decision.reason()).startsWith("the champion cannot be read").contains("model.txt");
        assertThat(decision.failedChecks()).isEmpty();
        assertThat(decision.champion()).extracting(RegisteredModel::cardKey).isEqualTo(second.modelKey());
    }

    @Test
    void otherCostsAreAnotherModel() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        ModelOutcome usual = stage.run(request(manifest));
        AlertCosts dear =
                TrainFraud.costs(Settings.of(Map.of("PAYSCOPE_REVIEW_COST", "50", "PAYSCOPE_ALERT_BUDGET", "0.02")));
        ModelOutcome other = new TrainFraud(objects, claims, dear, Clock.systemUTC(), 1).run(request(manifest));

        assertThat(TrainFraud.costs(Settings.of(Map.of()))).isEqualTo(AlertCosts.USUAL);
        assertThat(other.modelKey()).isNotEqualTo(usual.modelKey());
        assertThat(new FraudArtefacts(objects).load(other.modelKey()).card().parameters())
                .containsEntry("review_cost", "50.0");
    }

    @Test
    void basicModelLoadsAndCarriesItsReason() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, new FraudPlan(0.6, 0.2, 12, 10_000, 5), 0.05);
        ModelOutcome outcome = stage.run(request(manifest));

        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.BASIC);
        assertThat(outcome.reason()).contains("boosting needs 10000");
        FraudModel model = new FraudArtefacts(objects).load(outcome.modelKey());
        assertThat(model.card().algorithm()).isEqualTo(ModelCard.LOGISTIC);
        assertThat(model.score(new double[model.card().features().size()])).isBetween(0.0, 1.0);
    }

    @Test
    void whatCannotBeTrainedIsRecordedWithItsReason() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0);
        ModelOutcome outcome = stage.run(request(manifest));

        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.NOT_TRAINABLE);
        assertThat(outcome.reason()).contains("holds 0 frauds");
        assertThat(outcome.modelKey()).isNull();
        assertThat(objects.list("")).anyMatch(head -> head.key().endsWith("result.json"));
        assertThat(stage.run(request(manifest))).isEqualTo(outcome);
    }

    @Test
    void bankWithoutLabelsIsNotApplicable() throws IOException {
        ModelOutcome outcome = stage.run(request(PreparedBank.write(objects, null, 0.05)));

        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.NOT_APPLICABLE);
        assertThat(outcome.reason()).isEqualTo("the catalog declares no label");
    }

    @Test
    void changedPartIsRefused() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);
        String first = objects.list("").stream()
                .map(ObjectHead::key)
                .filter(key -> key.contains("part-00000"))
                .findFirst()
                .orElseThrow();
        String second = first.replace("part-00000", "part-00001");
        objects.put(first, objects.find(second).orElseThrow().body(), "application/gzip");

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(request(manifest)))
                .withMessageContaining("part-00000")
                .withMessageContaining("sha256");
    }

    @Test
    void anotherBanksDatasetIsRefused() throws IOException {
        ManifestRef manifest = PreparedBank.write(objects, PLAN, 0.05);

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new TrainRequest("run-1", new BankId(1), manifest, 42)))
                .withMessageContaining("expected an object of bank 1");
    }

    @Test
    void changedModelIsNotLoaded() throws IOException {
        ModelOutcome outcome = stage.run(request(PreparedBank.write(objects, PLAN, 0.05)));
        objects.put(outcome.modelKey().replace("card.json", "model.txt"), new byte[] {1}, "text/plain");

        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> new FraudArtefacts(objects).load(outcome.modelKey()))
                .withMessageContaining("expected sha256");
    }
}
