package io.payscope.summarizerun;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.BankOutcome;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.SummarizeRunRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the models of a run, stored as {@code ml_training_summary.json}.
 *
 * @param runId the run
 * @param banks one for each bank
 */
public record TrainingReport(String runId, List<BankModels> banks) {

    public TrainingReport {
        banks = List.copyOf(banks);
    }

    static TrainingReport of(SummarizeRunRequest run) {
        return new TrainingReport(
                run.runId(), run.banks().stream().map(BankModels::of).toList());
    }

    /**
     * What became of one bank's models.
     *
     * @param bankId the bank
     * @param fraud its fraud model, or null if training failed or was skipped
     * @param forecast its forecast, or null if training failed or was skipped
     */
    public record BankModels(
            BankId bankId,
            @Nullable ModelOutcome fraud,
            @Nullable ModelOutcome forecast) {

        static BankModels of(BankOutcome bank) {
            return new BankModels(bank.bankId(), bank.fraud(), bank.forecast());
        }
    }
}
