package io.payscope.core.port;

import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The ledger's own record of runs and of the models they left. */
public interface RunRegister {

    /**
     * Records a run and its models; recording it again replaces the record. The audit trail gets an entry for the end of
     * a run, and one for each model that serves from now on, when they are recorded for the first time.
     *
     * @param summary how it ended
     * @param startedAt when it started
     * @param models what became of each model
     * @param serving keys of the cards of those models that serve
     */
    void record(RunSummary summary, Instant startedAt, List<ModelOutcome> models, Set<String> serving);
}
