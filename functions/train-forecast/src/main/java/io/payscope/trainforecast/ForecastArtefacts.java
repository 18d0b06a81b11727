package io.payscope.trainforecast;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.boost.NativeLibrary;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forecast models as objects: the model file, its chart, and beside them the card that names the model's hash. */
public final class ForecastArtefacts {

    private static final String CARD = "card.json";
    private static final String MODEL = "model.json";
    private static final String CHART = "forecast.svg";
    private static final String JSON = "application/json";
    private static final int VERSION_LENGTH = 16;

    private final ObjectStore objects;

    /** @param objects where models lie */
    public ForecastArtefacts(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Loads a model; it forecasts the same bits as the one that was written, and nothing is fitted.
     *
     * @param cardKey key of its card
     * @throws DataFault if card or model is absent, malformed or not the one that the card names
     */
    public ForecastModel load(String cardKey) {
        ModelCard card = JsonCodec.decode(VerifiedObject.read(objects, cardKey), ModelCard.class);
        byte[] model = VerifiedObject.read(objects, beside(cardKey, card.modelFile()), card.modelSha256());
        return JsonCodec.decode(model, ForecastModel.class);
    }

    /** The card under a key, as long as it is the one with this hash. */
    ModelCard card(String cardKey, String sha256) {
        return JsonCodec.decode(VerifiedObject.read(objects, cardKey, sha256), ModelCard.class);
    }

    private static String beside(String cardKey, String file) {
        return cardKey.substring(0, cardKey.length() - CARD.length()) + file;
    }

    /** Writes model, chart and card, the card last: a model exists once its card does. */
    ModelOutcome write(
            TrainRequest request,
            ManifestIdentity dataset,
            List<TimeBucket> buckets,
            ForecastModel model,
            String inputSha256) {
        String version = inputSha256.substring(0, VERSION_LENGTH);
        String prefix = Keys.model(request.bankId(), "forecast", version);
        byte[] body = JsonCodec.encode(model);
        Map<String, String> chosen = new TreeMap<>();
        for (SeriesModel series : model.series()) {
            chosen.put(series.name() + "Model", series.chosen().name());
            chosen.put(series.name() + "Kind", series.kind().name());
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
                dataset.learning(),
                null,
                model.metrics(),
                List.of(),
                chosen,
                notes(model, dataset),
                new Origin(
                        request.manifest().sha256(),
                        inputSha256,
                        request.seed(),
                        ForecastModel.ALGORITHM_VERSION,
                        Map.of("java", System.getProperty("java.version"), "lightgbm4j", NativeLibrary.VERSION)),
                MODEL,
                Hashes.sha256(body)));
        objects.put(prefix + MODEL, body, JSON);
        objects.put(
                prefix + CHART,
                BankChart.svg(request.bankId(), model, buckets).getBytes(StandardCharsets.UTF_8),
                "image/svg+xml");
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

    private static List<String> notes(ForecastModel model, ManifestIdentity dataset) {
        List<String> notes = new ArrayList<>();
        if (dataset.inclusionWeights().values().stream().anyMatch(weight -> weight > 1)) {
            notes.add("The series count what the ledger holds: of this dataset a sample, in which each row stands for "
                    + new TreeMap<>(dataset.inclusionWeights()) + " of the source, by label.");
        }
        notes.add("MASE is that of the candidate chosen on the same origins, hence a little too good.");
        notes.add("Coverage is counted at the later origins; choice and intervals there rest on earlier ones alone.");
        notes.add("Steps without a payment count as 0; a partial first and last step and sparse edges are cut.");
        for (SeriesModel series : model.series()) {
            if (series.mase() == null) {
                notes.add("The " + series.name() + " series has no MASE: it is too short for a backtest, or repeats"
                        + " exactly from season to season. Its forecast is seasonal naive.");
            }
        }
        return notes;
    }

    /** Whether what an outcome names is still there; an outcome without a model names nothing. */
    boolean stand(ModelOutcome outcome) {
        String key = outcome.modelKey();
        return key == null
                || objects.head(key).isPresent()
                        && objects.head(beside(key, MODEL)).isPresent()
                        && objects.head(beside(key, CHART)).isPresent();
    }
}
