package io.payscope.learning.forecast;

import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.series.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The series of a bank by name: transactions, amounts, and frauds where there are any. */
final class BankSeries {

    static final String VOLUME = "volume";
    static final String AMOUNT = "amount";
    static final String FRAUDS = "frauds";

    private BankSeries() {}

    /**
     * Takes the series from buckets. A bank without a single fraud has either none or no label; a forecast of 0 frauds
     * would claim to know which.
     */
    static Map<String, Series> of(List<TimeBucket> buckets, Grain grain) {
        Map<String, Series> series = new LinkedHashMap<>();
        series.put(VOLUME, Series.of(buckets, grain, TimeBucket::volume));
        series.put(AMOUNT, Series.of(buckets, grain, bucket -> bucket.amount().doubleValue()));
        if (buckets.stream().anyMatch(bucket -> bucket.frauds() > 0)) {
            series.put(FRAUDS, Series.of(buckets, grain, TimeBucket::frauds));
        }
        return series;
    }

    /** @return the named series first, then the others */
    static List<Series> first(String name, Map<String, Series> all) {
        List<Series> ordered = new ArrayList<>();
        all.forEach((other, series) -> ordered.add(other.equals(name) ? 0 : ordered.size(), series));
        return ordered;
    }
}
