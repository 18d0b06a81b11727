package io.payscope.datasets.quality;

import java.util.List;

/**
 * The span of a column of times.
 *
 * @param first ISO-8601 without a zone: UTC where the column's form tells the instant, else the local clock
 * @param last likewise
 * @param months rows by month, those without rows left out
 */
public record TimeSummary(String first, String last, List<Month> months) {

    public TimeSummary {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param month such as {@code 2017-11}
     * @param rows how many times fall into it
     */
    public record Month(String month, long rows) {}
}
