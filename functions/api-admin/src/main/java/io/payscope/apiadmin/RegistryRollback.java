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
        try {
            RegistryEntry entry = registry.rollback(bank, kind, null, "asked for through the API", requestedBy);
            return new RolledBack(version(servedBefore(entry)), version(entry));
        } catch (DataFault fault) {
            Refusal refusal = new Refusal(
                    409,
                    "there is no former model to go back to, it is not whole, or somebody else changed the model just"
                            + " now");
            refusal.addSuppressed(fault);
            throw refusal;
        }
    }

    /** The log tells what a rollback has left behind: the entry before it, whoever wrote that. */
    private RegistryEntry servedBefore(RegistryEntry entry) {
        return registry.entries(entry.bankId(), entry.kind())
                .get(entry.number() - 2)
                .entry();
    }

    private static String version(RegistryEntry entry) {
        RegisteredModel champion = entry.champion();
        return Objects.requireNonNull(champion).version();
    }
}
