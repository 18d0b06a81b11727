package io.payscope.learning.promotion;

import org.jspecify.annotations.Nullable;

/**
 * What a fraud model is judged by.
 *
 * @param sameRows whether it was measured on the candidate's test rows; otherwise the numbers are those of its card
 * @param rows of the test part
 * @param frauds among them
 * @param averagePrecision 0 to 1
 * @param costShare cost at its threshold over the cost of no alerts, so that parts of different sizes compare
 * @param calibrationError expected calibration error, 0 to 1
 * @param latencyMicros median time to score a row in Java, or null where it was not measured
 */
public record FraudMeasures(
        boolean sameRows,
        int rows,
        int frauds,
        double averagePrecision,
        double costShare,
        double calibrationError,
        @Nullable Double latencyMicros) {}
