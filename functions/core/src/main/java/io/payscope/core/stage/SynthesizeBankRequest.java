package io.payscope.core.stage;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the synthetic bank, drawn from the banks at hand.
 *
 * @param runId the run
 * @param bankId the synthetic bank
 * @param sources manifests of the prepared banks
 * @param rowsPerBank rows to make instead of the catalog's number, or null
 * @param seed of the draw
 */
public record SynthesizeBankRequest(
        String runId,
        BankId bankId,
        List<ManifestRef> sources,
        @Nullable Long rowsPerBank,
        long seed) implements BankScoped, RunScoped {

    public SynthesizeBankRequest {
        sources = List.copyOf(sources);
    }
}
