package io.payscope.learning.feature;

/**
 * What a feature is.
 *
 * @param name unique among a model's features
 * @param meaning exact definition with its unit
 * @param words how it is called towards people, as in "the payee's known fraud rate of 7 days"
 */
public record FeatureDefinition(String name, String meaning, String words) {

    /**
     * A feature of the bank's own, of which only the name is known.
     *
     * @param name in the manifest
     */
    public static FeatureDefinition own(String name) {
        return new FeatureDefinition(name, "the bank's own column " + name, "the bank's own value " + name);
    }
}
