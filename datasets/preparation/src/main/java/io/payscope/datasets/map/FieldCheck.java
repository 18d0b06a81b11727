package io.payscope.datasets.map;

import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RuleSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the catalog's rules, ready to be run on a field that is not empty. */
final class FieldCheck {

    private final String id;
    private final double minimum;
    private final double maximum;
    private final double @Nullable [] numbers;
    private final @Nullable TextTable texts;

    private FieldCheck(RuleSpec rule, ColumnSpec.Type type) {
        this.id = rule.id();
        this.minimum = rule.minimum() == null ? Double.NEGATIVE_INFINITY : rule.minimum();
        this.maximum = rule.maximum() == null ? Double.POSITIVE_INFINITY : rule.maximum();
        List<String> values = rule.values();
        boolean asText = type == ColumnSpec.Type.TEXT;
        this.numbers = values == null || asText
                ? null
                : values.stream().mapToDouble(Double::parseDouble).toArray();
        this.texts = values == null || !asText ? null : new TextTable(values);
    }

    /** The checks of each column; null for a column without any. */
    static FieldCheck @Nullable [][] compile(List<ColumnSpec> columns, List<RuleSpec> rules) {
        FieldCheck[][] checks = new FieldCheck[columns.size()][];
        for (int i = 0; i < checks.length; i++) {
            ColumnSpec column = columns.get(i);
            List<FieldCheck> own = new ArrayList<>();
            for (RuleSpec rule : rules) {
                if (rule.columns().contains(column.name())) {
                    own.add(new FieldCheck(rule, column.type()));
                }
            }
            checks[i] = own.isEmpty() ? null : own.toArray(FieldCheck[]::new);
        }
        return checks;
    }

    String id() {
        return id;
    }

    boolean holds(double number, byte[] bytes, int from, int to) {
        if (texts != null) {
            return texts.find(bytes, from, to) >= 0;
        }
        if (numbers != null) {
            return isOneOf(numbers, number);
        }
        return minimum <= number && number <= maximum;
    }

    private static boolean isOneOf(double[] numbers, double number) {
        for (double allowed : numbers) {
            if (allowed == number) {
                return true;
            }
        }
        return false;
    }
}
