package io.payscope.runner.run;

import io.payscope.core.fault.BugFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the pipeline from its options to its result. */
public final class PipelineRun {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofHours(12);
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final LocalSystem system;

    /** @param system what it runs on */
    public PipelineRun(LocalSystem system) {
        this.system = system;
    }

    /**
     * Runs the pipeline to its end, however it ends.
     *
     * @throws InterruptedException if the caller gives up; the execution is stopped
     */
    public RunResult run(RunOptions options) throws InterruptedException {
        if (options.source() instanceof RunOptions.LocalSource.Directory directory && !options.skipDownload()) {
            new RawStaging(system.objects()).stage(directory.folder(), options.banks());
        }
        int callsBefore = system.calls().size();
        Execution execution = system.startPipeline(input(options));
        try {
            ExecutionEnd end =
                    execution.await(LIMIT).orElseThrow(() -> new BugFault("the pipeline has not ended after " + LIMIT));
            return result(
                    options,
                    execution,
                    end,
                    system.calls().stream().skip(callsBefore).toList());
        } catch (InterruptedException e) {
            system.executions().stop(execution.arn(), Optional.empty(), Optional.of("interrupted"));
            throw e;
        }
    }

    private static byte[] input(RunOptions options) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("banks", options.banks().stream().map(BankId::value).toList());
        input.put(
                "source",
                switch (options.source()) {
                    case RunOptions.LocalSource.Simulated _ -> "simulated";
                    case RunOptions.LocalSource.Kaggle _ -> "kaggle";
                    case RunOptions.LocalSource.Directory _ -> "raw";
                });
        input.put("rawPrefix", RawStaging.RAW_PREFIX);
        input.put("rowsPerBank", options.rows());
        input.put("skipDownload", options.skipDownload());
        input.put("skipUpload", options.skipUpload());
        input.put("skipTraining", options.skipTraining());
        input.put("seed", options.seed());
        return JSON.writeValueAsBytes(input);
    }

    private RunResult result(RunOptions options, Execution execution, ExecutionEnd end, List<StageCall> calls) {
        String runId = execution.identity().name();
        double seconds = Duration.between(execution.identity().startTime(), end.stopped())
                        .toMillis()
                / MILLIS_PER_SECOND;
        Optional<byte[]> summary = report(runId, "summary.json");
        return new RunResult(
                runId,
                status(end),
                end.cause().orElseGet(() -> message(end)),
                seconds,
                options,
                summary,
                report(runId, "ml_training_summary.json"),
                summary.map(this::dataReports).orElse(Map.of()),
                StageTotals.of(calls));
    }

    private static String message(ExecutionEnd end) {
        return end.output()
                .map(output -> JSON.readTree(output.text()).path("message").asString(""))
                .orElse("");
    }

    private static RunStatus status(ExecutionEnd end) {
        if (end.status() == ExecutionStatus.SUCCEEDED) {
            return RunStatus.SUCCEEDED;
        }
        return end.error().orElse("").equals("RunPartial") ? RunStatus.PARTIAL : RunStatus.FAILED;
    }

    /** The pages that lie beside the reports which the summary names. */
    private Map<BankId, byte[]> dataReports(byte[] summary) {
        Map<BankId, byte[]> pages = new HashMap<>();
        for (JsonNode bank : JSON.readTree(summary).path("run").path("banks")) {
            String key = bank.path("prepared").path("reportKey").asString("");
            if (!key.isEmpty()) {
                BankId id = new BankId(bank.path("bankId").asInt());
                system.objects().find(key.replaceFirst("json$", "html")).ifPresent(page -> pages.put(id, page.body()));
            }
        }
        return pages;
    }

    private Optional<byte[]> report(String runId, String file) {
        return system.objects().find(Keys.run(runId) + file).map(ObjectBody::body);
    }
}
