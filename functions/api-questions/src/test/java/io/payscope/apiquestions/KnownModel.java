package io.payscope.apiquestions;

import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A forecast model, fitted and made the champion as its training does. */
final class KnownModel {

    private static final ForecastPlan PLAN = new ForecastPlan(Grain.DAY, 7, 21, 14);
    private static final String VERSION = "v1";
    private static final String JSON = "application/json";

    private KnownModel() {}

    static ForecastModel publish(ObjectStore objects, BankId bank, List<TimeBucket> buckets) {
        ForecastModel model = ForecastModel.fit(buckets, PLAN).orElseThrow();
        String folder = "models/" + bank.segment() + "/forecast/" + VERSION + "/";
        byte[] bytes = JsonCodec.encode(model);
        objects.put(folder + "model.json", bytes, JSON);
        ModelCard card = new ModelCard(
                bank,
                ModelOutcome.Kind.FORECAST,
                VERSION,
                ModelCard.SERIES,
                ModelOutcome.Status.TRAINED,
                "",
                List.of("volume", "amount", "frauds"),
                List.of(),
                new LearningPlan(null, PLAN),
                null,
                model.metrics(),
                List.of(),
                Map.of(),
                List.of(),
                new Origin("m", "i", 1, ForecastModel.ALGORITHM_VERSION, Map.of()),
                "model.json",
                Hashes.sha256(bytes));
        byte[] encoded = JsonCodec.encode(card);
        objects.put(folder + "card.json", encoded, JSON);
        new ModelRegistry(objects, Clock.systemUTC())
                .register(
                        bank,
                        ModelOutcome.Kind.FORECAST,
                        new RegisteredModel(VERSION, folder + "card.json", Hashes.sha256(encoded)),
                        "run-1",
                        _ -> PromotionVerdict.of(List.of(), "first"));
        return model;
    }
}
