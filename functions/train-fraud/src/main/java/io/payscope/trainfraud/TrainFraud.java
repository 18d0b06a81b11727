package io.payscope.trainfraud;

import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.claim.OnceOnly;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.boost.BoostingParameters;
import io.payscope.learning.boost.NativeLibrary;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.fraud.AlertCosts;
import io.payscope.learning.fraud.ClassWeights;
import io.payscope.learning.fraud.FraudTrainer;
import io.payscope.learning.fraud.FraudTraining;
import io.payscope.learning.fraud.TestMeasure;
import io.payscope.learning.promotion.PromotionRules;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.Map;

/**
 * Trains a bank's fraud model from a prepared dataset, once for each dataset, seed and version of the algorithm. What
 * could not be trained is recorded too; what could be is held against the model that serves. Memory outside the heap: 4 bytes a value for the rows, and while it trains up
 * to 2 bytes a value for the bins and about 100 MB to find them.
 */
public final class TrainFraud implements Stage<TrainRequest, ModelOutcome> {

    private static final String NAME = "train-fraud";

    private final Manifests manifests;
    private final TrainingRows trainingRows;
    private final FraudArtefacts artefacts;
    private final OnceOnly once;
    private final FraudPromotion promotion;
    private final AlertCosts costs;
    private final int threads;

    /**
     * With the usual costs and one native thread, which is the fastest where cores are shared: LightGBM's threads wait by
     * spinning.
     *
     * @param objects holds the dataset and receives the model
     * @param claims on training
     */
    public TrainFraud(ObjectStore objects, Claims claims) {
        this(objects, claims, AlertCosts.USUAL, Clock.systemUTC(), 1);
    }

    /**
     * @param objects holds the dataset and receives the model
     * @param claims on training
     * @param costs that the threshold weighs; other costs are another model
     * @param clock tells when a model was decided on
     * @param threads of the native library; they do not change the model
     */
    public TrainFraud(ObjectStore objects, Claims claims, AlertCosts costs, Clock clock, int threads) {
        this.manifests = new Manifests(objects);
        this.trainingRows = new TrainingRows(manifests);
        this.artefacts = new FraudArtefacts(objects);
        this.promotion = new FraudPromotion(artefacts, new ModelRegistry(objects, clock), PromotionRules.DEFAULT);
        this.once = new OnceOnly(claims);
        this.costs = costs;
        this.threads = threads;
    }

    /**
     * Reads what alerts cost.
     *
     * @throws ConfigFault if the cost is no number above 0 or the budget none from 0 to 1
     */
    public static AlertCosts costs(Settings settings) {
        double budget = settings.positiveNumber(Setting.ALERT_BUDGET);
        if (budget > 1) {
            throw new ConfigFault("environment variable " + Setting.ALERT_BUDGET.variable()
                    + ": expected a share of at most 1, found " + budget);
        }
        return new AlertCosts(settings.positiveNumber(Setting.REVIEW_COST), budget);
    }

    @Override
    public ModelOutcome run(TrainRequest request) {
        ManifestIdentity dataset =
                manifests.read(request.bankId(), request.manifest()).identity();
        if (!dataset.bankId().equals(request.bankId())) {
            throw new DataFault("manifest " + request.manifest().key() + ": expected a dataset of bank "
                    + request.bankId() + ", found bank " + dataset.bankId());
        }
        FraudPlan plan = dataset.learning().fraud();
        if (plan == null) {
            return without(
                    request.bankId(), ModelOutcome.Status.NOT_APPLICABLE, "the catalog declares no label", Map.of());
        }
        NativeLibrary.require();
        String input = Hashes.sha256(
                request.manifest().sha256(),
                Long.toString(request.seed()),
                FraudTrainer.ALGORITHM_VERSION,
                Double.toString(costs.review()),
                Double.toString(costs.budget()));
        return once.run(
                new EffectKey(request.bankId(), NAME, input),
                request.runId(),
                ModelOutcome.class,
                artefacts::stand,
                () -> train(request, dataset, plan, input));
    }

    private ModelOutcome train(TrainRequest request, ManifestIdentity dataset, FraudPlan plan, String input) {
        FeatureBuilder builder = new FeatureBuilder(dataset.features(), plan.labelDelay());
        try (LabelledRows rows = trainingRows.read(dataset, builder)) {
            BoostingParameters parameters = BoostingParameters.forFeatures(
                            dataset.features().size(), FeatureBuilder.COMMON.size(), request.seed())
                    .withThreads(threads);
            ClassWeights weights = ClassWeights.of(dataset.inclusionWeights());
            return switch (new FraudTrainer(plan, parameters, weights, costs).train(rows)) {
                case FraudTraining.NotTrainable none ->
                    without(request.bankId(), ModelOutcome.Status.NOT_TRAINABLE, none.reason(), none.metrics());
                case FraudTraining.Trained trained -> {
                    ModelOutcome outcome = artefacts.write(request, dataset.learning(), builder, trained, rows, input);
                    promotion.decide(
                            outcome, request.runId(), new TestMeasure(rows, builder.channels(), plan, costs, weights));
                    yield outcome;
                }
            };
        }
    }

    private static ModelOutcome without(
            BankId bank, ModelOutcome.Status status, String reason, Map<String, Double> metrics) {
        return new ModelOutcome(bank, ModelOutcome.Kind.FRAUD, status, reason, null, null, metrics);
    }
}
