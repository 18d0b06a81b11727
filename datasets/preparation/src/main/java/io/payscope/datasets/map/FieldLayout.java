package io.payscope.datasets.map;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.catalog.RuleSpec;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.raw.HeaderMatch;
import io.payscope.datasets.raw.RawHeader;
import java.util.List;

/** Which fields of a file are read, and how; worked out once for all tables over parts of the file. Immutable. */
final class FieldLayout {

    /** The file's name. */
    final String file;

    /** The columns of the catalog. */
    final List<ColumnSpec> columns;

    /** For each column, the position of its field. */
    final int[] positions;

    /** For each column, how its fields are read. */
    final ColumnSpec.Type[] types;

    /** For each column, its rules; null for a column without any. */
    final FieldCheck[][] checks;

    private final List<HeaderWarning> warnings;

    /**
     * Matches a header with the catalog.
     *
     * @param header the file's header
     * @param spec the file
     * @param rules the catalog's rules; those about other files' columns are left out
     * @throws io.payscope.core.fault.DataFault naming what the header lacks
     */
    FieldLayout(RawHeader header, RawFileSpec spec, List<RuleSpec> rules) {
        HeaderMatch match = header.match(spec.name(), spec.columns());
        this.file = spec.name();
        this.columns = spec.columns();
        this.positions = match.positions();
        this.warnings = match.warnings();
        this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnSpec.Type[]::new);
        this.checks = FieldCheck.compile(columns, rules);
    }

    /** What was odd about the header. */
    List<HeaderWarning> warnings() {
        return warnings;
    }

    /** Position of a column among the columns. */
    int column(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new BugFault(file + ": the catalog has no column " + name);
    }

    /** Whether there is a column of that name. */
    boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }
}
