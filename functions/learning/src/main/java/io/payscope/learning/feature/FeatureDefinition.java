package io.payscope.learning.feature;

/**
 * What a feature is.
 *
 * @param name unique among a model's features
 * @param meaning exact definition with its unit
 */
public record FeatureDefinition(String name, String meaning) {}
