package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import java.util.List;

/**
 * Scores of payments.
 *
 * @param bankId the bank
 * @param modelVersion that scored them
 * @param scores one a payment, in the order of the request
 */
public record PaymentScores(BankId bankId, String modelVersion, List<PaymentScore> scores) {

    public PaymentScores {
        scores = List.copyOf(scores);
    }
}
