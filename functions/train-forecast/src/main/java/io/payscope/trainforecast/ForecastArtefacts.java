package io.payscope.trainforecast;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forecast models as objects: the model file, and beside it the card that names its hash. */
public final class ForecastArtefacts {

    private static final String CARD = "card.json";
    private static final String MODEL = "model.json";
    private static final String JSON = "application/json";
    private static final int VERSION_LENGTH = 16;

    private final ObjectStore objects;

    /** @param objects where models lie */
    public ForecastArtefacts(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Loads a model; it forecasts the same bits as the one that was written.
     *
     * @param cardKey key of its card
     * @throws DataFault if card or model is absent, malformed or not the one that the card names
     */
    public ForecastModel load(String cardKey) {
        ModelCard card = JsonCodec.decode(body(cardKey), ModelCard.class);
        String modelKey = cardKey.substring(0, cardKey.length() - CARD.length()) + card.modelFile();
        byte[] model = body(modelKey);
        String found = Hashes.sha256(model);
        if (!found.equals(card.modelSha256())) {
            throw new DataFault(modelKey + ": expected sha256 " + card.modelSha256() + ", found " + found);
        }
        return JsonCodec.decode(model, ForecastModel.class);
    }

    private byte[] body(String key) {
        return objects.find(key)
                .orElseThrow(() -> new DataFault(key + ": not found in bucket " + objects.bucket()))
                .body();
    }

    /** Writes model and card, the card last: a model exists once its card does. */
    ModelOutcome write(TrainRequest request, LearningPlan plan, ForecastModel model, String inputSha256) {
        String version = inputSha256.substring(0, VERSION_LENGTH);
        String prefix = Keys.model(request.bankId(), "forecast", version);
        byte[] body = JsonCodec.encode(model);
        Map<String, String> chosen = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        notes.add("MASE is that of the candidate chosen on the same origins, hence a little too good.");
        for (SeriesModel series : model.series()) {
            chosen.put(series.name() + "Model", series.chosen().name());
            if (series.mase() == null) {
                notes.add("The " + series.name() + " series has no MASE: it is too short for a backtest, or repeats"
                        + " exactly from season to season. Its forecast is seasonal naive.");
            }
        }
        byte[] card = JsonCodec.encode(new ModelCard(
                request.bankId(),
                ModelOutcome.Kind.FORECAST,
                version,
                ModelCard.SERIES,
                ModelOutcome.Status.TRAINED,
                "",
                model.series().stream().map(SeriesModel::name).toList(),
                List.of(),
                plan,
                null,
                model.metrics(),
                List.of(),
                chosen,
                notes,
                new Origin(
                        request.manifest().sha256(),
                        inputSha256,
                        request.seed(),
                        ForecastModel.ALGORITHM_VERSION,
                        Map.of("java", System.getProperty("java.version"))),
                MODEL,
                Hashes.sha256(body)));
        objects.put(prefix + MODEL, body, JSON);
        objects.put(prefix + CARD, card, JSON);
        return new ModelOutcome(
                request.bankId(),
                ModelOutcome.Kind.FORECAST,
                ModelOutcome.Status.TRAINED,
                "",
                prefix + CARD,
                Hashes.sha256(card),
                model.metrics());
    }

    /** Whether what an outcome names is still there; an outcome without a model names nothing. */
    boolean stand(ModelOutcome outcome) {
        String key = outcome.modelKey();
        return key == null
                || objects.head(key).isPresent()
                        && objects.head(key.substring(0, key.length() - CARD.length()) + MODEL)
                                .isPresent();
    }
}
