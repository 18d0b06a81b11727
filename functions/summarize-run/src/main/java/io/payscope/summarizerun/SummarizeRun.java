package io.payscope.summarizerun;

import io.payscope.core.manifest.Keys;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.port.RunRegister;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.BankOutcome;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.SummarizeRunRequest;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides how a run ended, leaves its reports in the object store and records it in the ledger. */
public final class SummarizeRun implements Stage<SummarizeRunRequest, RunSummary> {

    private static final String JSON = "application/json";
    private static final String SUMMARY = "summary.json";
    private static final String TRAINING = "ml_training_summary.json";

    private final ObjectStore objects;
    private final RunRegister runs;
    private final ModelRegistry registry;

    /**
     * Makes the stage.
     *
     * @param objects where the reports are left
     * @param runs the ledger's record of runs
     * @param registry says which models serve
     */
    public SummarizeRun(ObjectStore objects, RunRegister runs, ModelRegistry registry) {
        this.objects = objects;
        this.runs = runs;
        this.registry = registry;
    }

    @Override
    public RunSummary run(SummarizeRunRequest request) {
        Verdict verdict = Verdict.of(request);
        String prefix = Keys.run(request.runId());
        objects.put(prefix + TRAINING, JsonCodec.encode(TrainingReport.of(request)), JSON);
        RunReport report = new RunReport(verdict.status(), verdict.reasons(), request);
        objects.put(prefix + SUMMARY, JsonCodec.encode(report), JSON);

        RunSummary summary = new RunSummary(
                request.runId(),
                verdict.status(),
                "s3://" + objects.bucket() + "/" + prefix + SUMMARY,
                message(request, verdict));
        List<ModelOutcome> models = models(request);
        runs.record(summary, request.startedAt(), models, serving(models));
        return summary;
    }

    private static String message(SummarizeRunRequest request, Verdict verdict) {
        List<String> parts = new ArrayList<>();
        if (verdict.reasons().isEmpty()) {
            parts.add("all " + request.banks().size() + " banks came through");
        }
        parts.addAll(verdict.reasons());
        parts.addAll(verdict.notes());
        return String.join("; ", parts);
    }

    private Set<String> serving(List<ModelOutcome> models) {
        return models.stream()
                .flatMap(model -> registry.champion(model.bankId(), model.kind()).stream())
                .map(RegisteredModel::cardKey)
                .collect(Collectors.toSet());
    }

    private static List<ModelOutcome> models(SummarizeRunRequest request) {
        return request.banks().stream()
                .flatMap((BankOutcome bank) -> Stream.of(bank.fraud(), bank.forecast()))
                .filter(Objects::nonNull)
                .toList();
    }
}
