package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.BankOutcome;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.SummarizeRunRequest;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** Holds the summaries of runs against the datasets, uploads and models that they name. */
final class RunLinks {

    private static final String RUNS = "reports/run=";
    private static final String SUMMARY = "/summary.json";
    private static final String TRAINING = "ml_training_summary.json";

    private final Evidence evidence;
    private final Links links;
    private final ManifestLinks manifests;

    RunLinks(Evidence evidence, Links links, ManifestLinks manifests) {
        this.evidence = evidence;
        this.links = links;
        this.manifests = manifests;
    }

    /** Checks all runs, as far as they are about these banks. */
    void check(Collection<BankId> banks) {
        for (String key : evidence.keys(RUNS)) {
            if (key.endsWith(SUMMARY)) {
                links.read(
                                Kind.RUN,
                                key,
                                "the summary of a run",
                                () -> Evidence.decode(evidence.tree(key).path("run"), SummarizeRunRequest.class))
                        .ifPresent(run -> check(key, run, banks));
            }
        }
    }

    private void check(String key, SummarizeRunRequest run, Collection<BankId> banks) {
        links.equal(Kind.RUN, key, "run", key, Keys.run(run.runId()) + "summary.json");
        for (BankOutcome bank : run.banks()) {
            if (banks.contains(bank.bankId())) {
                if (bank.prepared() != null) {
                    manifests.check(bank.prepared().manifest(), key);
                }
                if (bank.upload() != null) {
                    upload(bank.upload(), key);
                }
                ModelLinks models = new ModelLinks(evidence, links);
                models.card(bank.fraud(), key);
                models.card(bank.forecast(), key);
            }
        }
        training(key, run);
    }

    private void upload(CompletedUpload named, String by) {
        String key = Keys.receipts(named.bankId(), named.uploadId()) + "completed.json";
        if (!evidence.has(key)) {
            links.absent(Kind.RUN, key, "named by " + by + ", but not there");
            return;
        }
        links.read(Kind.RUN, key, "the record of an upload", () -> evidence.decode(key, CompletedUpload.class))
                .ifPresent(found -> {
                    if (found.equals(named)) {
                        links.sound(Kind.RUN, key, "as named by " + by);
                    } else {
                        links.broken(Kind.RUN, key, named + " by " + by, found.toString());
                    }
                });
    }

    /** The training report repeats what the summary says of the models. */
    private void training(String summaryKey, SummarizeRunRequest run) {
        String key = Keys.run(run.runId()) + TRAINING;
        if (!evidence.has(key)) {
            links.absent(Kind.RUN, key, "the training report is not there");
            return;
        }
        links.read(Kind.RUN, key, "a training report", () -> evidence.tree(key)).ifPresent(report -> {
            JsonNode summary = evidence.tree(summaryKey).path("run");
            boolean same = report.path("runId").equals(summary.path("runId"))
                    && report.path("banks").size() == summary.path("banks").size();
            for (int i = 0; same && i < summary.path("banks").size(); i++) {
                JsonNode told = report.path("banks").path(i);
                JsonNode known = summary.path("banks").path(i);
                for (String field : new String[] {"bankId", "fraud", "forecast"}) {
                    same &= told.path(field).equals(known.path(field));
                }
            }
            if (same) {
                links.sound(Kind.RUN, key, "the models of " + summaryKey);
            } else {
                links.broken(Kind.RUN, key, "the models of " + summaryKey, "others");
            }
        });
    }
}
