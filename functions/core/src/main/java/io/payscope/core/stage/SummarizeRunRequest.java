package io.payscope.core.stage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the run's summary and its status.
 *
 * @param runId the run
 * @param startedAt when it started
 * @param source where its raw data came from
 * @param rowsPerBank the override of the catalog's bounds, or null
 * @param seed of the run
 * @param banks how each bank came through
 * @param validation expected against found, or null if that stage failed
 */
public record SummarizeRunRequest(
        String runId,
        Instant startedAt,
        DataSource source,
        @Nullable Long rowsPerBank,
        long seed,
        List<BankOutcome> banks,
        @Nullable DatasetValidation validation)
        implements RunScoped {

    public SummarizeRunRequest {
        banks = List.copyOf(banks);
    }
}
