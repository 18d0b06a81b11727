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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, and why not better.
 *
 * @param status how it ended
 * @param reasons one for each thing that is missing or wrong, naming its bank; empty exactly for a run that succeeded
 */
record Verdict(RunStatus status, List<String> reasons, List<String> notes) {

    /** The cause of a failure in a one-line message is cut here; the summary holds all of it. */
    private static final int CAUSE_CHARS = 300;

    private static final int FINDINGS = 5;

    Verdict {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /** Judges a run: no bank came through is FAILED, anything else missing or wrong is PARTIAL. */
    static Verdict of(SummarizeRunRequest run) {
        List<String> reasons = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<BankId> asked = run.banks().stream().map(BankOutcome::bankId).collect(Collectors.toSet());
        for (BankOutcome bank : run.banks()) {
            addBank(reasons, bank);
            addMissing(asked, reasons, notes, bank);
        }
        addValidation(reasons, run.validation());
        if (run.banks().isEmpty()) {
            reasons.add("no bank was asked for");
        }
        boolean noneCameThrough = run.banks().stream().allMatch(Verdict::isLost);
        if (noneCameThrough) {
            return new Verdict(RunStatus.FAILED, reasons, notes);
        }
        return new Verdict(reasons.isEmpty() ? RunStatus.SUCCEEDED : RunStatus.PARTIAL, reasons, notes);
    }

    /** A bank whose models failed has its data in the stores all the same. */
    private static boolean isLost(BankOutcome bank) {
        return bank.failedStage() != null && !bank.failedStage().startsWith("train");
    }

    private static void addBank(List<String> reasons, BankOutcome bank) {
        String name = "bank " + bank.bankId() + ": ";
        if (bank.failedStage() != null) {
            reasons.add(name + bank.failedStage() + " failed: " + bank.error() + ": " + oneLine(bank.cause()));
        }
        addModel(reasons, name, bank.fraud());
        addModel(reasons, name, bank.forecast());
    }

    /** A synthetic bank drawn from less than could be: a flaw where that was asked for, worth a note where it was not. */
    private static void addMissing(Set<BankId> asked, List<String> reasons, List<String> notes, BankOutcome synthetic) {
        PreparedDataset prepared = synthetic.prepared();
        if (prepared == null || prepared.missingBanks().isEmpty()) {
            return;
        }
        String missing = prepared.missingBanks().stream().map(BankId::toString).collect(Collectors.joining(", "));
        boolean askedFor = prepared.missingBanks().stream().anyMatch(asked::contains);
        (askedFor ? reasons : notes).add("bank " + synthetic.bankId() + ": drawn without bank " + missing);
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
