package io.payscope.learning.forecast;

import io.payscope.core.fault.BugFault;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.series.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
        series.put(VOLUME, Series.of(buckets, grain, value(VOLUME)));
        series.put(AMOUNT, Series.of(buckets, grain, value(AMOUNT)));
        if (buckets.stream().anyMatch(bucket -> bucket.frauds() > 0)) {
            series.put(FRAUDS, Series.of(buckets, grain, value(FRAUDS)));
        }
        return series;
    }

    /** The history of a model as a ledger has it, without what the ledger has learned of later times. */
    static Series history(SeriesModel model, List<TimeBucket> buckets) {
        return Series.within(buckets, model.historyStart(), model.step(), model.historySteps(), value(model.name()));
    }

    private static ToDoubleFunction<TimeBucket> value(String name) {
        return switch (name) {
            case VOLUME -> TimeBucket::volume;
            case AMOUNT -> bucket -> bucket.amount().doubleValue();
            case FRAUDS -> TimeBucket::frauds;
            default -> throw new BugFault("expected one of volume, amount and frauds, found " + name);
        };
    }

    /** @return the named series first, then the others */
    static List<Series> first(String name, Map<String, Series> all) {
        List<Series> ordered = new ArrayList<>();
        all.forEach((other, series) -> ordered.add(other.equals(name) ? 0 : ordered.size(), series));
        return ordered;
    }
}
