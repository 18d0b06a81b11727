package io.payscope.datasets.quality;

import org.jspecify.annotations.Nullable;

/**
 * A column of a raw file. One of the last three is set, unless every value is missing.
 *
 * @param name its name in the catalog
 * @param kind what it holds
 * @param rows accepted rows
 * @param missing those without a value
 * @param numbers distribution of numbers
 * @param texts values of texts
 * @param times span of times
 */
public record ColumnSummary(
        String name,
        Kind kind,
        long rows,
        long missing,
        @Nullable NumberSummary numbers,
        @Nullable TextSummary texts,
        @Nullable TimeSummary times) {

    /** What a column holds. */
    public enum Kind {
        /** Numbers. */
        NUMBER,
        /** Texts. */
        TEXT,
        /** Times. */
        TIME
    }

    static ColumnSummary ofNumbers(String name, long rows, long missing, @Nullable NumberSummary numbers) {
        return new ColumnSummary(name, Kind.NUMBER, rows, missing, numbers, null, null);
    }

    static ColumnSummary ofTexts(String name, long rows, long missing, TextSummary texts) {
        return new ColumnSummary(name, Kind.TEXT, rows, missing, null, texts, null);
    }

    static ColumnSummary ofTimes(String name, long rows, long missing, @Nullable TimeSummary times) {
        return new ColumnSummary(name, Kind.TIME, rows, missing, null, null, times);
    }

    /** @return share of the rows without a value, 0 to 1 */
    public double missingPart() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
