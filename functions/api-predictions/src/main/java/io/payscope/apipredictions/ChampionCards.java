package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;
import java.util.Optional;

/** Says which model of a bank is in use. */
@FunctionalInterface
public interface ChampionCards {

    /** @return key of the card of the bank's model in use, or empty where it has none */
    Optional<String> cardKey(BankId bank, ModelOutcome.Kind kind);
}
