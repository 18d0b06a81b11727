package io.payscope.apipredictions;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.http.Refusal;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;

/** The fraud models in use, each loaded once and proven to be the one that its card names. Thread-safe. */
public final class FraudModels {

    private final ObjectStore objects;
    private final ChampionCards champions;
    private final Bounded<Key, LoadedFraudModel> loaded;

    /**
     * @param objects where models lie
     * @param champions says which are in use
     * @param most models that are kept, of all banks together
     */
    public FraudModels(ObjectStore objects, ChampionCards champions, int most) {
        this.objects = objects;
        this.champions = champions;
        this.loaded = new Bounded<>(most);
    }

    /**
     * @throws Refusal 404 if the bank has no model in use
     * @throws DataFault if it does not match its card
     */
    LoadedFraudModel of(BankId bank) {
        String key = champions
                .cardKey(bank, ModelOutcome.Kind.FRAUD)
                .orElseThrow(() -> new Refusal(404, "bank " + bank + " has no fraud model in use"));
        return loaded.get(new Key(bank, key), this::load);
    }

    private LoadedFraudModel load(Key key) {
        ModelCard card = JsonCodec.decode(VerifiedObject.read(objects, key.card), ModelCard.class);
        if (!card.bankId().equals(key.bank)) {
            throw new DataFault(key.card + ": expected a model of bank " + key.bank + ", found bank " + card.bankId());
        }
        byte[] model = VerifiedObject.read(objects, Cards.beside(key.card, card.modelFile()), card.modelSha256());
        return LoadedFraudModel.of(
                switch (card.algorithm()) {
                    case ModelCard.LIGHTGBM -> FraudModel.load(card, new String(model, StandardCharsets.UTF_8));
                    case ModelCard.LOGISTIC -> FraudModel.load(card, JsonCodec.decode(model, LogisticModel.class));
                    default ->
                        throw new DataFault(key.card + ": expected lightgbm or logistic, found " + card.algorithm());
                });
    }

    private record Key(BankId bank, String card) {}
}
