package io.payscope.learning.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an upload differs from what a model learned from.
 *
 * @param version of the model
 * @param n rows of the upload
 * @param columns one a column of the reference
 */
public record DriftReport(String version, long n, List<Column> columns) {

    public DriftReport {
        columns = List.copyOf(columns);
    }

    /** @return the column that moved most, or empty where nothing can be said */
    public Optional<Column> worst() {
        return columns.stream()
                .filter(column -> column.psi() != null)
                .max(Comparator.comparingDouble(
                        column -> Optional.ofNullable(column.psi()).orElse(0.0)));
    }

    /**
     * One column.
     *
     * @param name of the feature
     * @param psi population stability index, or null where it was not measured
     * @param verdict what it means
     */
    public record Column(String name, @Nullable Double psi, Verdict verdict) {}

    /** What a difference means; the limits are those of credit scoring (Siddiqi 2006). */
    public enum Verdict {
        /** Below 0.1. */
        OK,
        /** From 0.1. */
        WATCH,
        /** From 0.25. */
        SHIFTED,
        /** Too few rows, or the column is not there. */
        UNKNOWN
    }
}
