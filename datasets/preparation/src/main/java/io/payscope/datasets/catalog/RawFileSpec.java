package io.payscope.datasets.catalog;

import java.util.List;

/**
 * A raw file of a source.
 *
 * @param name the file's name as its publisher gives it; the same name with {@code .gz} is taken too
 * @param optional whether a bank can be prepared without it
 * @param columns the columns that are read, in the order of the original; others are ignored with a warning
 */
public record RawFileSpec(String name, boolean optional, List<ColumnSpec> columns) {

    public RawFileSpec {
        columns = columns.stream().flatMap(column -> column.expand().stream()).toList();
    }

    /** @return the same file under another name, as outside files have */
    public RawFileSpec named(String otherName) {
        return new RawFileSpec(otherName, optional, columns);
    }
}
