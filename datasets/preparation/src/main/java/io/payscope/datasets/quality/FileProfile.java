package io.payscope.datasets.quality;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import java.util.List;

/**
 * The columns of one raw file, by their positions in the catalog. It is meant for the rows whose fields passed their
 * checks, each column once a row. Not thread-safe.
 */
public final class FileProfile {

    private static final double MICROS = 1_000_000;

    private final RawFileSpec spec;
    private final ColumnProfile[] columns;
    private final boolean[] localSeconds;

    public FileProfile(RawFileSpec spec) {
        this.spec = spec;
        this.columns = spec.columns().stream().map(FileProfile::of).toArray(ColumnProfile[]::new);
        this.localSeconds = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            localSeconds[i] = spec.columns().get(i).type() == ColumnSpec.Type.LOCAL_TIME;
        }
    }

    private static ColumnProfile of(ColumnSpec column) {
        return switch (column.type()) {
            case NUMBER -> new NumberProfile(column.name());
            case TEXT -> new TextProfile(column.name());
            case LOCAL_TIME, TIME -> new TimeProfile(column.name());
        };
    }

    /** @return a profile of the same file that has seen nothing yet */
    public FileProfile empty() {
        return new FileProfile(spec);
    }

    /** @return the file's name */
    public String file() {
        return spec.name();
    }

    /**
     * Adds a number or time of the current row.
     *
     * @param value a number; for a {@code LOCAL_TIME} column local seconds, for a {@code TIME} column microseconds UTC;
     *     NaN for a missing one
     */
    public void add(int column, double value) {
        switch (columns[column]) {
            case NumberProfile numbers -> numbers.add(value);
            case TimeProfile times
            when value == value -> times.add((long) (localSeconds[column] ? value * MICROS : value));
            case TimeProfile times -> times.addMissing();
            case TextProfile texts -> throw new BugFault(spec.name() + ": the column " + texts.name() + " is a text");
        }
    }

    /** Adds a text of the current row; an empty one counts as missing. */
    public void add(int column, byte[] bytes, int from, int to) {
        if (!(columns[column] instanceof TextProfile texts)) {
            throw new BugFault(spec.name() + ": the column " + columns[column].name() + " is no text");
        }
        texts.add(bytes, from, to);
    }

    /** Adds everything that another profile of the same file has seen; that one is not to be used afterwards. */
    public void merge(FileProfile other) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].merge(other.columns[i]);
        }
    }

    /** @return the columns in the order of the catalog */
    public FileSummary summary() {
        return new FileSummary(
                spec.name(),
                List.of(columns).stream().map(ColumnProfile::summary).toList());
    }
}
