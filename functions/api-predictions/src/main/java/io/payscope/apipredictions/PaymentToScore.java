package io.payscope.apipredictions;

import io.payscope.core.model.CanonicalTransaction;
import java.util.Map;

/**
 * A payment that is asked about.
 *
 * @param transaction the payment; its label is not looked at
 * @param features the bank's own, by name; one that is absent is missing
 */
public record PaymentToScore(CanonicalTransaction transaction, Map<String, Double> features) {

    public PaymentToScore {
        features = Map.copyOf(features);
    }
}
