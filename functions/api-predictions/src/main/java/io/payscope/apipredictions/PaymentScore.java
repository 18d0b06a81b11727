package io.payscope.apipredictions;

import io.payscope.learning.fraud.Reasons;
import java.util.List;

/**
 * What a model says of a payment.
 *
 * @param transactionId the payment
 * @param probability of fraud, calibrated, 0 to 1
 * @param decision by the threshold of the model's card
 * @param reasons what raises the score most, the strongest first
 */
public record PaymentScore(String transactionId, double probability, Decision decision, List<Reasons.Reason> reasons) {

    public PaymentScore {
        reasons = List.copyOf(reasons);
    }

    /** What to do with a payment. */
    public enum Decision {
        /** Somebody should look at it. */
        REVIEW,
        /** Nothing speaks against it. */
        PASS
    }
}
