package io.payscope.learning.card;

/**
 * How much a model owes to a feature.
 *
 * @param feature its name
 * @param gain for trees the loss reduction of all splits on it; for a line the absolute standardised weight
 */
public record FeatureGain(String feature, double gain) {}
