package io.payscope.core.port;

import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import java.time.Instant;
import java.util.List;

/** The ledger's own record of runs and of the models they left. */
public interface RunRegister {

    /**
     * Records a run and its models; recording it again replaces the record.
     *
     * @param summary how it ended
     * @param startedAt when it started
     * @param models what became of each model
     */
    void record(RunSummary summary, Instant startedAt, List<ModelOutcome> models);
}
