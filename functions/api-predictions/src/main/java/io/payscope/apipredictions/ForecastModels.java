package io.payscope.apipredictions;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.http.Refusal;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.JsonCodec;

/** The forecast models in use, each loaded once and proven to be the one that its card names. Thread-safe. */
public final class ForecastModels {

    private final ObjectStore objects;
    private final ChampionCards champions;
    private final Bounded<Key, Loaded> loaded;

    /**
     * @param objects where models lie
     * @param champions says which are in use
     * @param most models that are kept, of all banks together
     */
    public ForecastModels(ObjectStore objects, ChampionCards champions, int most) {
        this.objects = objects;
        this.champions = champions;
        this.loaded = new Bounded<>(most);
    }

    /**
     * @throws Refusal 404 if the bank has no model in use
     * @throws DataFault if it does not match its card
     */
    Loaded of(BankId bank) {
        String key = champions
                .cardKey(bank, ModelOutcome.Kind.FORECAST)
                .orElseThrow(() -> new Refusal(404, "bank " + bank + " has no forecast model in use"));
        return loaded.get(new Key(bank, key), this::load);
    }

    private Loaded load(Key key) {
        ModelCard card = JsonCodec.decode(VerifiedObject.read(objects, key.card), ModelCard.class);
        if (!card.bankId().equals(key.bank)) {
            throw new DataFault(key.card + ": expected a model of bank " + key.bank + ", found bank " + card.bankId());
        }
        byte[] model = VerifiedObject.read(objects, Cards.beside(key.card, card.modelFile()), card.modelSha256());
        return new Loaded(card, JsonCodec.decode(model, ForecastModel.class));
    }

    private record Key(BankId bank, String card) {}

    /**
     * A model with its card.
     *
     * @param card beside the model
     * @param model ready to forecast
     */
    record Loaded(ModelCard card, ForecastModel model) {

        /** @throws Refusal 404 if the model has no such series */
        SeriesModel series(String name) {
            return model.series().stream()
                    .filter(series -> series.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(404, "series: expected one of " + card.features()));
        }
    }
}
