package io.payscope.trainforecast;

import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.claim.OnceOnly;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.ModelOutcome.Status;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.promotion.ForecastRules;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Fits and backtests a bank's forecasts from the ledger's buckets, once for each content of the buckets, dataset, seed
 * and version of the algorithm: new payments lead to a new model, which is held against
 * the one that serves.
 */
public final class TrainForecast implements Stage<TrainRequest, ModelOutcome> {

    private static final String NAME = "train-forecast";

    private final LedgerReader ledger;
    private final Manifests manifests;
    private final ForecastArtefacts artefacts;
    private final ForecastPromotion promotion;
    private final OnceOnly once;

    /**
     * @param ledger holds the buckets
     * @param objects holds the dataset's manifest and receives the model
     * @param claims on training
     */
    public TrainForecast(LedgerReader ledger, ObjectStore objects, Claims claims) {
        this(ledger, objects, claims, Clock.systemUTC());
    }

    /**
     * @param ledger holds the buckets
     * @param objects holds the dataset's manifest and receives the model
     * @param claims on training
     * @param clock tells when a model was decided on
     */
    public TrainForecast(LedgerReader ledger, ObjectStore objects, Claims claims, Clock clock) {
        this.ledger = ledger;
        this.manifests = new Manifests(objects);
        this.artefacts = new ForecastArtefacts(objects);
        this.promotion = new ForecastPromotion(artefacts, new ModelRegistry(objects, clock), ForecastRules.DEFAULT);
        this.once = new OnceOnly(claims);
    }

    @Override
    public ModelOutcome run(TrainRequest request) {
        ManifestIdentity dataset =
                manifests.read(request.bankId(), request.manifest()).identity();
        if (!dataset.bankId().equals(request.bankId())) {
            throw new DataFault("manifest " + request.manifest().key() + ": expected a dataset of bank "
                    + request.bankId() + ", found bank " + dataset.bankId());
        }
        ForecastPlan plan = dataset.learning().forecast();
        if (plan == null) {
            return without(request.bankId(), Status.NOT_APPLICABLE, "the catalog declares no series");
        }
        List<TimeBucket> buckets = ledger.buckets(request.bankId(), plan.grain());
        if (buckets.isEmpty()) {
            return without(request.bankId(), Status.NOT_TRAINABLE, "the ledger holds nothing of this bank");
        }
        String input = Hashes.sha256(
                request.manifest().sha256(),
                Hashes.sha256(JsonCodec.encode(buckets)),
                Long.toString(request.seed()),
                ForecastModel.ALGORITHM_VERSION);
        return once.run(
                new EffectKey(request.bankId(), NAME, input),
                request.runId(),
                ModelOutcome.class,
                artefacts::stand,
                () -> ForecastModel.fit(buckets, plan)
                        .map(model -> promotion.decide(
                                artefacts.write(request, dataset, buckets, model, input), request.runId()))
                        .orElseGet(() -> without(
                                request.bankId(),
                                Status.NOT_APPLICABLE,
                                buckets.size() + " buckets at the grain " + plan.grain()
                                        + ", edges included, cover less than the minimum length of "
                                        + plan.minimumLength() + " whole steps")));
    }

    private static ModelOutcome without(BankId bank, Status status, String reason) {
        return new ModelOutcome(bank, ModelOutcome.Kind.FORECAST, status, reason, null, null, Map.of());
    }
}
