package io.payscope.runner.run;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.RunSummary.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param runId the run
 * @param status how it ended
 * @param cause one line for people: what is missing and why, or that nothing is
 * @param seconds from start to end of the pipeline
 * @param options what was asked for
 * @param summary the run's {@code summary.json}, or empty if the run failed before it
 * @param trainingSummary the run's {@code ml_training_summary.json}, likewise
 * @param reports a page on each bank's data, in HTML
 * @param stages what each function took and counted
 */
public record RunResult(
        String runId,
        RunStatus status,
        String cause,
        double seconds,
        RunOptions options,
        Optional<byte[]> summary,
        Optional<byte[]> trainingSummary,
        Map<BankId, byte[]> reports,
        List<StageTotals> stages) {

    public RunResult {
        reports = Map.copyOf(reports);
        stages = List.copyOf(stages);
    }
}
