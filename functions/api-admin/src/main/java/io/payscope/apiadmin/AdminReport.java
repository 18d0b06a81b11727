package io.payscope.apiadmin;

import io.payscope.core.audit.AuditHead;
import io.payscope.core.model.BankId;
import io.payscope.core.port.BucketSpan;
import io.payscope.core.port.ModelRecord;
import io.payscope.core.port.RunRecord;
import io.payscope.core.stage.DatasetValidation.Finding;
import io.payscope.core.stage.DatasetValidation.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /admin/validate-datasets} answers.
 *
 * @param verdict the worst of the findings' verdicts
 * @param findings one per bank and thing counted; what could not be counted is UNAVAILABLE and -1, never zero
 * @param banks what the ledger has on record of each bank
 * @param runs whether the run register answered
 * @param lastRun the run started last, or null where there is none or the register did not answer
 * @param auditHead the last entry of the audit log, to be noted by whoever wants to see later that none was cut off;
 *     null where the log did not answer
 */
record AdminReport(
        Verdict verdict,
        List<Finding> findings,
        List<BankRecord> banks,
        Answering runs,
        @Nullable RunRecord lastRun,
        @Nullable AuditHead auditHead) {

    AdminReport {
        findings = List.copyOf(findings);
        banks = List.copyOf(banks);
    }

    /** Whether a register answered. */
    enum Answering {
        AVAILABLE,
        UNAVAILABLE
    }

    /**
     * What is on record of one bank.
     *
     * @param bankId the bank
     * @param register whether the ledger answered
     * @param buckets what its time buckets cover, empty where the ledger did not answer
     * @param models its models, empty where the ledger did not answer
     */
    record BankRecord(BankId bankId, Answering register, List<BucketSpan> buckets, List<ModelRecord> models) {

        BankRecord {
            buckets = List.copyOf(buckets);
            models = List.copyOf(models);
        }
    }
}
