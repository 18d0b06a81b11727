package io.payscope.datasets.quality;

import java.util.List;

/**
 * The columns of a raw file.
 *
 * @param file its name
 * @param columns in the order of the catalog
 */
public record FileSummary(String file, List<ColumnSummary> columns) {

    public FileSummary {
        columns = List.copyOf(columns);
    }
}
