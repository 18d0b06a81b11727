package io.payscope.datasets.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A numeric feature, or a range of them.
 *
 * @param column the raw column, or a range of them
 * @param name what the feature is called, or null for the column's own name
 * @param codes for a text column, the number that each text stands for; null for a number column
 * @param otherwise for a text column, the number of any other text that is not empty; null for missing
 */
public record FeatureSpec(
        String column,
        @Nullable String name,
        @Nullable Map<String, Double> codes,
        @Nullable Double otherwise) {

    public FeatureSpec {
        codes = codes == null ? null : Map.copyOf(codes);
    }

    /** @return one feature for each column that the range stands for */
    List<FeatureSpec> expand() {
        return NameRange.expand(column).stream()
                .map(single -> new FeatureSpec(single, name == null ? single : name, codes, otherwise))
                .toList();
    }
}
