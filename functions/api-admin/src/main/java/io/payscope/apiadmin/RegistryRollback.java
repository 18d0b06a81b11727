package io.payscope.apiadmin;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.http.Refusal;
import io.payscope.wire.registry.ModelRegistry;
import java.util.Objects;

/** Rolls back in the registry of models. */
final class RegistryRollback implements ModelRollback {

    private final ModelRegistry registry;

    RegistryRollback(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public RolledBack toPrevious(BankId bank, ModelOutcome.Kind kind, String requestedBy) {
        RegisteredModel before = registry.champion(bank, kind)
                .orElseThrow(() -> new Refusal(409, "there is no former model to go back to"));
        try {
            RegistryEntry entry = registry.rollback(bank, kind, null, "asked for through the API", requestedBy);
            return new RolledBack(
                    before.version(), Objects.requireNonNull(entry.champion()).version());
        } catch (DataFault fault) {
            Refusal refusal = new Refusal(409, "there is no former model to go back to, or it is not whole");
            refusal.addSuppressed(fault);
            throw refusal;
        }
    }
}
