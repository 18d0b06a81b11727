package io.payscope.datasets.catalog;

import java.util.List;

/**
 * A column of a raw file.
 *
 * @param name its name, or a range of numbered names such as {@code V1..V28}, which stands for all of them
 * @param type how its fields are read
 * @param nullable whether a field may be empty
 */
public record ColumnSpec(String name, Type type, boolean nullable) {

    /** How the fields of a column are read. */
    public enum Type {
        /** A decimal number. */
        NUMBER,
        /** Text, taken as it is. */
        TEXT,
        /** A local date and time, {@code yyyy-MM-dd HH:mm:ss}. */
        LOCAL_TIME
    }

    /** @return one column for each name that the name stands for */
    List<ColumnSpec> expand() {
        return NameRange.expand(name).stream()
                .map(single -> new ColumnSpec(single, type, nullable))
                .toList();
    }
}
