package io.payscope.core.port;

import io.payscope.core.model.BankId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the ledger has on record of runs, and of a bank's models and time buckets. */
public interface RegisterReader {

    /**
     * Runs, the one started last first.
     *
     * @param before only those started before, or null for all
     * @param limit at most so many
     */
    List<RunRecord> runs(@Nullable Instant before, int limit);

    /** @return the run, or empty if none of that name is on record */
    Optional<RunRecord> run(String runId);

    /** @return the bank's models, the one recorded last first */
    List<ModelRecord> models(BankId bank);

    /** @return what the bank's buckets cover, one for each grain */
    List<BucketSpan> buckets(BankId bank);
}
