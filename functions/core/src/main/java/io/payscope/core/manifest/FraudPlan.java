package io.payscope.core.manifest;

import java.time.Duration;

/**
 * How a fraud model of a bank is trained.
 *
 * @param trainFraction share of the rows, oldest first, that the model is fitted on
 * @param validationFraction share after that, for early stopping and thresholds; the rest is the test part
 * @param labelDelayHours hours after which a label is known: that much is left out between the parts
 * @param minimumPositives frauds needed in the training part for boosting
 * @param minimumPositivesBasic frauds needed there for a logistic baseline
 */
public record FraudPlan(
        double trainFraction,
        double validationFraction,
        double labelDelayHours,
        int minimumPositives,
        int minimumPositivesBasic) {

    /** @return the label delay in whole milliseconds, which is what features are computed by, in training and online */
    public Duration labelDelay() {
        return Duration.ofMillis((long) (labelDelayHours * Duration.ofHours(1).toMillis()));
    }
}
