package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a bank's raw files to be checked, sampled and written as canonical parts.
 *
 * @param runId the run
 * @param bankId the bank, 1 to 4
 * @param source where the raw files come from
 * @param rawPrefix prefix below which {@code bank=N/} holds raw files, such as {@code raw/}
 * @param rowsPerBank rows to keep instead of the catalog's bounds, or null
 * @param skipDownload true to take the raw files as they lie, whatever the source
 * @param seed of simulation and sampling
 */
public record PrepareDatasetRequest(
        String runId,
        BankId bankId,
        DataSource source,
        String rawPrefix,
        @Nullable Long rowsPerBank,
        boolean skipDownload,
        long seed)
        implements BankScoped, RunScoped {}
