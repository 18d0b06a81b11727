package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import java.util.List;

/**
 * Expected against found.
 *
 * @param verdict the worst of the findings' verdicts
 * @param findings one per bank and thing counted
 */
public record DatasetValidation(Verdict verdict, List<Finding> findings) {

    public DatasetValidation {
        findings = List.copyOf(findings);
    }

    /**
     * One number held against another.
     *
     * @param bankId the bank
     * @param store where it was counted
     * @param item what was counted, such as {@code transactions}
     * @param expected by the receipts
     * @param found in the store at this moment; -1 where the store did not answer
     * @param verdict whether they agree
     */
    public record Finding(BankId bankId, Store store, String item, long expected, long found, Verdict verdict) {}

    /** From best to worst. */
    public enum Verdict {
        MATCH,
        MISMATCH,
        UNAVAILABLE
    }
}
