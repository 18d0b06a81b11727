package io.payscope.datasets.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a raw file.
 *
 * @param name its name, or a range of numbered names such as {@code V1..V28}, which stands for all of them
 * @param type how its fields are read
 * @param nullable whether a field may be empty
 * @param format for a number column, how numbers are written; null for plain decimals
 * @param time for a {@code TIME} column, how times are written; null for the other types
 */
public record ColumnSpec(
        String name,
        Type type,
        boolean nullable,
        @Nullable NumberForm format,
        @Nullable TimeForm time) {

    /** A column of plain numbers, texts or local times. */
    public ColumnSpec(String name, Type type, boolean nullable) {
        this(name, type, nullable, null, null);
    }

    /** How the fields of a column are read. */
    public enum Type {
        /** A decimal number. */
        NUMBER,
        /** Text, taken as it is. */
        TEXT,
        /** A local date and time, {@code yyyy-MM-dd HH:mm:ss}, kept on the local clock. */
        LOCAL_TIME,
        /** An instant, in the form that the column declares. */
        TIME
    }

    /** @return one column for each name that the name stands for */
    List<ColumnSpec> expand() {
        return NameRange.expand(name).stream()
                .map(single -> new ColumnSpec(single, type, nullable, format, time))
                .toList();
    }
}
