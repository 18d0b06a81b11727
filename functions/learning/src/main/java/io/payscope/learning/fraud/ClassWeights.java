package io.payscope.learning.fraud;

import java.util.Map;

/**
 * How many rows of the source a row of the sample stands for, by its label.
 *
 * @param fraud above 0
 * @param legitimate above 0
 */
public record ClassWeights(double fraud, double legitimate) {

    /** Of a sample that is the source. */
    public static final ClassWeights EQUAL = new ClassWeights(1, 1);

    /**
     * Reads a manifest's inclusion weights.
     *
     * @param inclusionWeights by label; a label that is absent stands for itself
     */
    public static ClassWeights of(Map<String, Double> inclusionWeights) {
        return new ClassWeights(
                inclusionWeights.getOrDefault("FRAUD", 1.0), inclusionWeights.getOrDefault("LEGITIMATE", 1.0));
    }

    /** @return whether rows of the source were left out */
    boolean ofSample() {
        return fraud > 1 || legitimate > 1;
    }

    /** @return how much rarer frauds are in the source, in log-odds */
    double logOddsShift() {
        return Math.log(fraud / legitimate);
    }
}
