package io.payscope.datasets.catalog;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of one column's fields. A row that fails it is refused.
 *
 * @param id names the rule in manifests and rejects
 * @param column the column, or a range of them
 * @param minimum smallest number allowed, or null
 * @param maximum largest number allowed, or null
 * @param values the only values allowed, or null; for a number column they are compared as numbers
 */
public record RuleSpec(
        String id,
        String column,
        @Nullable Double minimum,
        @Nullable Double maximum,
        @JsonSetter(nulls = Nulls.SET) @Nullable List<String> values) {

    public RuleSpec {
        values = values == null ? null : List.copyOf(values);
    }

    /** @return the columns that the rule is about */
    public List<String> columns() {
        return NameRange.expand(column);
    }
}
