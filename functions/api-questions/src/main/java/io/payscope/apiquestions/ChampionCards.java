package io.payscope.apiquestions;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.card.ModelCard;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.util.Optional;

/** The cards of the models in use, each read anew and proven to be the bank's own. */
final class ChampionCards {

    private final ObjectStore objects;
    private final ModelRegistry registry;

    /**
     * @param objects where models lie
     * @param registry says which are in use
     */
    ChampionCards(ObjectStore objects, ModelRegistry registry) {
        this.objects = objects;
        this.registry = registry;
    }

    /**
     * A card with the place that it lies in.
     *
     * @param folder ends with a slash
     */
    record Placed(ModelCard card, String folder) {

        /** The model beside the card, which names its hash. */
        byte[] model(ObjectStore objects) {
            return VerifiedObject.read(objects, folder + card.modelFile(), card.modelSha256());
        }
    }

    /**
     * @return empty where the bank has no such model in use
     * @throws DataFault if the card is another bank's or does not match its hash
     */
    Optional<Placed> inUse(BankId bank, ModelOutcome.Kind kind) {
        return registry.champion(bank, kind).map(champion -> {
            String key = champion.cardKey();
            ModelCard card =
                    JsonCodec.decode(VerifiedObject.read(objects, key, champion.cardSha256()), ModelCard.class);
            if (!card.bankId().equals(bank)) {
                throw new DataFault(key + ": expected a model of bank " + bank + ", found bank " + card.bankId());
            }
            return new Placed(card, key.substring(0, key.lastIndexOf('/') + 1));
        });
    }
}
