package io.payscope.summarizerun;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.BankOutcome;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.core.stage.SummarizeRunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, and why not better.
 *
 * @param status how it ended
 * @param reasons one for each thing that is missing or wrong, naming its bank; empty exactly for a run that succeeded
 */
record Verdict(RunStatus status, List<String> reasons) {

    /** The cause of a failure in a one-line message is cut here; the summary holds all of it. */
    private static final int CAUSE_CHARS = 300;

    private static final int FINDINGS = 5;

    Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Judges a run: no bank came through is FAILED, anything else missing or wrong is PARTIAL. */
    static Verdict of(SummarizeRunRequest run) {
        List<String> reasons = new ArrayList<>();
        run.banks().forEach(bank -> addBank(reasons, bank));
        addValidation(reasons, run.validation());
        if (run.banks().isEmpty()) {
            reasons.add("no bank was asked for");
        }
        boolean noneCameThrough = run.banks().stream().allMatch(bank -> bank.failedStage() != null);
        if (noneCameThrough) {
            return new Verdict(RunStatus.FAILED, reasons);
        }
        return new Verdict(reasons.isEmpty() ? RunStatus.SUCCEEDED : RunStatus.PARTIAL, reasons);
    }

    private static void addBank(List<String> reasons, BankOutcome bank) {
        String name = "bank " + bank.bankId() + ": ";
        if (bank.failedStage() != null) {
            reasons.add(name + bank.failedStage() + " failed: " + bank.error() + ": " + oneLine(bank.cause()));
        }
        PreparedDataset prepared = bank.prepared();
        if (prepared != null && !prepared.missingBanks().isEmpty()) {
            String missing =
                    prepared.missingBanks().stream().map(BankId::toString).collect(Collectors.joining(", "));
            reasons.add(name + "drawn without bank " + missing);
        }
        addModel(reasons, name, bank.fraud());
        addModel(reasons, name, bank.forecast());
    }

    private static void addModel(List<String> reasons, String name, @Nullable ModelOutcome model) {
        if (model == null) {
            return;
        }
        switch (model.status()) {
            case NOT_TRAINABLE -> reasons.add(name + "no " + model.kind() + " model: " + oneLine(model.reason()));
            case TRAINED, BASIC, NOT_APPLICABLE -> {
                // The run has what the catalog expects.
            }
        }
    }

    private static void addValidation(List<String> reasons, @Nullable DatasetValidation validation) {
        if (validation == null) {
            reasons.add("the stores were not validated");
            return;
        }
        List<DatasetValidation.Finding> wrong = validation.findings().stream()
                .filter(finding -> finding.verdict() != DatasetValidation.Verdict.MATCH)
                .toList();
        wrong.stream().limit(FINDINGS).map(Verdict::describe).forEach(reasons::add);
        if (wrong.size() > FINDINGS) {
            reasons.add((wrong.size() - FINDINGS) + " more findings of the validation");
        }
        if (wrong.isEmpty() && validation.verdict() != DatasetValidation.Verdict.MATCH) {
            reasons.add("the validation ended with " + validation.verdict());
        }
    }

    private static String describe(DatasetValidation.Finding finding) {
        return "bank " + finding.bankId() + ": " + finding.item() + " in " + finding.store() + ": "
                + switch (finding.verdict()) {
                    case UNAVAILABLE -> "the store did not answer";
                    case MATCH, MISMATCH -> "expected " + finding.expected() + ", found " + finding.found();
                };
    }

    private static String oneLine(@Nullable String text) {
        if (text == null) {
            return "no cause given";
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= CAUSE_CHARS ? line : line.substring(0, CAUSE_CHARS) + "...";
    }
}
