package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import java.util.List;

/**
 * Asks what the stores hold at this moment, held against what receipts say.
 *
 * @param requestedBy run or principal
 * @param banks the banks to look at
 */
public record ValidateDatasetsRequest(String requestedBy, List<BankId> banks) {

    public ValidateDatasetsRequest {
        banks = List.copyOf(banks);
    }
}
