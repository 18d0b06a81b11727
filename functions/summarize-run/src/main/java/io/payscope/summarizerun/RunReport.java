package io.payscope.summarizerun;

import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.core.stage.SummarizeRunRequest;
import java.util.List;

/**
 * Everything known of a run, stored as {@code summary.json}.
 *
 * @param status how it ended
 * @param reasons why not better; empty for a run that succeeded
 * @param run how each bank came through and what the validation found
 */
public record RunReport(RunStatus status, List<String> reasons, SummarizeRunRequest run) {

    public RunReport {
        reasons = List.copyOf(reasons);
    }
}
