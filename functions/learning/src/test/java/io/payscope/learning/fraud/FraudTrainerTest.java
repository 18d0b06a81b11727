package io.payscope.learning.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.boost.BoostingParameters;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.split.TemporalSplit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FraudTrainerTest {

    private static final FraudPlan PLAN = new FraudPlan(0.6, 0.2, 24, 50, 10);

    private static FraudTraining train(LabelledRows rows, FraudPlan plan) {
        int common = Math.min(rows.names().size(), FeatureBuilder.COMMON.size());
        int own = rows.names().size() - common;
        return new FraudTrainer(
                        plan, BoostingParameters.forFeatures(own, common, 42), ClassWeights.EQUAL, AlertCosts.USUAL)
                .train(rows);
    }

    private static FraudTraining.Trained trained(LabelledRows rows, FraudPlan plan) {
        FraudTraining training = train(rows, plan);
        assertThat(training).isInstanceOf(FraudTraining.Trained.class);
        return (FraudTraining.Trained) training;
    }

    @Test
    void learnsWhatIsThereToLearn() {
        try (LabelledRows rows = new SimulatedPayments(20_000, 9, 0.01, 1).labelled()) {
            FraudTraining.Trained training = trained(rows, PLAN);
            Map<String, Double> metrics = training.metrics();

            assertThat(metrics.get("averagePrecision")).isGreaterThan(10 * metrics.get("prevalence"));
            assertThat(metrics.get("averagePrecision")).isLessThan(0.95);
            assertThat(metrics.get("rocAuc")).isGreaterThan(0.9);
            assertThat(metrics.get("brier")).isLessThan(metrics.get("prevalence"));
            assertThat(metrics.get("truePositives") + metrics.get("falseNegatives"))
                    .isEqualTo(metrics.get("testFrauds"));
            assertThat(training.basicReason()).isEmpty();
            assertThat(training.importance().subList(0, 3).toString()).containsAnyOf("F0", "F3", "F6");
            assertThat(training.importance()).hasSize(rows.names().size());
        }
    }

    @Test
    void shuffledLabelsTeachNothing() {
        try (LabelledRows rows = new SimulatedPayments(20_000, 9, 0.05, 2).labelled()) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
            Collections.shuffle(order, new Random(3));
            try (LabelledRows shuffled = relabelled(rows, r -> rows.fraud(order.get(r)))) {
                Map<String, Double> metrics = trained(shuffled, PLAN).metrics();

                assertThat(metrics.get("averagePrecision")).isCloseTo(metrics.get("prevalence"), within(0.025));
                assertThat(metrics.get("rocAuc")).isCloseTo(0.5, within(0.08));
            }
        }
    }

    @Test
    void aPlantedLeakIsNamedAndNothingIsTrained() {
        try (LabelledRows rows = new SimulatedPayments(8_000, 3, 0.05, 12).labelled()) {
            List<String> names = new ArrayList<>(rows.names());
            names.add("settled_as");
            try (LabelledRows leaking = new LabelledRows(names)) {
                double[] row = new double[rows.names().size()];
                for (int r = 0; r < rows.size(); r++) {
                    rows.features().copy(r, row);
                    double[] wider = Arrays.copyOf(row, row.length + 1);
                    wider[row.length] = rows.fraud(r) ? Double.NaN : r % 7;
                    leaking.append(Instant.ofEpochMilli(rows.epochMilli(r)), rows.fraud(r), wider);
                }
                assertThat(reason(leaking, PLAN)).startsWith("leak: settled_as alone tells");
            }
        }
    }

    @Test
    void simpleModelsStandBesideIt() {
        try (LabelledRows rows = new SimulatedPayments(8_000, 9, 0.03, 13).labelled()) {
            Map<String, Double> metrics = trained(rows, PLAN).metrics();

            assertThat(metrics.get("baselineRandomAp")).isLessThan(3 * metrics.get("prevalence"));
            assertThat(metrics.get("averagePrecision"))
                    .isGreaterThan(metrics.get("baselineTreeAp"))
                    .isGreaterThan(metrics.get("baselineRuleAp"));
            assertThat(metrics.get("cost")).isLessThan(metrics.get("costOfNoAlerts"));
            assertThat(metrics.get("averagePrecisionLow")).isLessThan(metrics.get("averagePrecision"));
        }
    }

    @Test
    void reloadedModelScoresTheSame() {
        try (LabelledRows rows = new SimulatedPayments(8_000, 9, 0.03, 4).labelled()) {
            FraudTraining.Trained training = trained(rows, PLAN);
            Scorer.Trees trees = (Scorer.Trees) training.scorer();
            FraudModel model = FraudModel.load(card(rows.names(), training), trees.text());
            double[] row = new double[rows.features().width()];
            int flagged = 0;
            for (int r = TemporalSplit.of(rows, PLAN).testStart(); r < rows.size(); r++) {
                rows.features().copy(r, row);
                double score = model.score(row);
                assertThat(score).isEqualTo(training.calibrator().apply(trees.probability(row)));
                flagged += model.flags(score) ? 1 : 0;
            }
            assertThat((double) flagged)
                    .isEqualTo(training.metrics().get("truePositives")
                            + training.metrics().get("falsePositives"));
        }
    }

    @Test
    void theTestPartChangesNothingButItsMetrics() {
        try (LabelledRows rows = new SimulatedPayments(8_000, 9, 0.03, 5).labelled()) {
            FraudTraining.Trained before = trained(rows, PLAN);
            int testStart = TemporalSplit.of(rows, PLAN).testStart();
            try (LabelledRows changed = relabelled(rows, r -> r < testStart ? rows.fraud(r) : r % 2 == 0)) {
                FraudTraining.Trained after = trained(changed, PLAN);

                assertThat(((Scorer.Trees) after.scorer()).text()).isEqualTo(((Scorer.Trees) before.scorer()).text());
                assertThat(after.metrics().get("threshold"))
                        .isEqualTo(before.metrics().get("threshold"));
                assertThat(after.metrics().get("averagePrecision"))
                        .isNotEqualTo(before.metrics().get("averagePrecision"));
            }
        }
    }

    @Test
    void fewFraudsLeadToABasicModelWithTheReason() {
        try (LabelledRows rows = new SimulatedPayments(6_000, 9, 0.02, 6).labelled()) {
            FraudTraining.Trained training = trained(rows, new FraudPlan(0.6, 0.2, 24, 100_000, 10));

            assertThat(training.scorer()).isInstanceOf(Scorer.Line.class);
            assertThat(training.basicReason()).contains("frauds, boosting needs 100000");
            assertThat(training.metrics().get("averagePrecision"))
                    .isGreaterThan(5 * training.metrics().get("prevalence"));
        }
    }

    @Test
    void withoutEnoughFraudsThereIsAReasonInsteadOfAModel() {
        try (LabelledRows rows = new SimulatedPayments(3_000, 3, 0.02, 7).labelled()) {
            assertThat(reason(rows, new FraudPlan(0.6, 0.2, 24, 100_000, 90_000)))
                    .contains("training part holds")
                    .contains("needs 90000");
        }
        try (LabelledRows rows = new SimulatedPayments(3_000, 3, 0, 8).labelled()) {
            assertThat(reason(rows, new FraudPlan(0.6, 0.2, 24, 0, 0))).contains("holds 0 frauds");
        }
        try (LabelledRows rows = new SimulatedPayments(3_000, 3, 1, 9).labelled()) {
            assertThat(reason(rows, PLAN)).contains("frauds only");
        }
        try (LabelledRows rows = new LabelledRows(List.of("f"))) {
            assertThat(reason(rows, PLAN)).isEqualTo("no row has a label");
        }
    }

    @Test
    void aTestPartWithoutFraudIsNamed() {
        try (LabelledRows rows = new SimulatedPayments(3_000, 3, 0.05, 10).labelled()) {
            int testStart = TemporalSplit.of(rows, PLAN).testStart();
            try (LabelledRows changed = relabelled(rows, r -> r < testStart && rows.fraud(r))) {
                assertThat(reason(changed, PLAN)).contains("test part holds 0 frauds");
            }
        }
    }

    @Test
    void featuresThatNeverVaryTeachNothing() {
        try (LabelledRows rows = new LabelledRows(List.of("a", "b"))) {
            for (int i = 0; i < 2_000; i++) {
                rows.append(Instant.EPOCH.plusSeconds(3600L * i), i % 10 == 0, new double[] {1, Double.NaN});
            }
            FraudTraining.Trained training = trained(rows, PLAN);

            assertThat(training.metrics().get("averagePrecision"))
                    .isEqualTo(training.metrics().get("prevalence"));
            assertThat(training.metrics().get("rocAuc")).isEqualTo(0.5);
        }
    }

    @Test
    void aReducedGapIsRecorded() {
        try (LabelledRows rows = new SimulatedPayments(6_000, 9, 0.03, 11).labelled()) {
            FraudTraining.Trained training = trained(rows, new FraudPlan(0.6, 0.2, 24 * 365, 50, 10));

            assertThat(training.split().gapReduced()).isTrue();
            assertThat(training.metrics().get("gapHours")).isBetween(48.0, 96.0);
            assertThat(training.notes()).anyMatch(note -> note.contains("would swallow a part"));
        }
    }

    private static String reason(LabelledRows rows, FraudPlan plan) {
        FraudTraining training = train(rows, plan);
        assertThat(training).isInstanceOf(FraudTraining.NotTrainable.class);
        return ((FraudTraining.NotTrainable) training).reason();
    }

    private static LabelledRows relabelled(LabelledRows rows, IntPredicate fraud) {
        LabelledRows copy = new LabelledRows(rows.names());
        double[] row = new double[rows.features().width()];
        for (int r = 0; r < rows.size(); r++) {
            rows.features().copy(r, row);
            copy.append(Instant.ofEpochMilli(rows.epochMilli(r)), fraud.test(r), row);
        }
        return copy;
    }

    private static ModelCard card(List<String> names, FraudTraining.Trained training) {
        return new ModelCard(
                new BankId(1),
                ModelOutcome.Kind.FRAUD,
                "v",
                ModelCard.LIGHTGBM,
                ModelOutcome.Status.TRAINED,
                "",
                names,
                List.of(),
                new LearningPlan(PLAN, null),
                training.split(),
                training.metrics(),
                training.importance(),
                training.parameters(),
                training.notes(),
                new Origin("m", "i", 42, FraudTrainer.ALGORITHM_VERSION, Map.of()),
                "model.txt",
                "s");
    }
}
