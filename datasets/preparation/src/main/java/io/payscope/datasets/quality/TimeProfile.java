package io.payscope.datasets.quality;

import io.payscope.core.fault.BugFault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A column of times: first, last, and rows by month. Memory: 13 KiB. Not thread-safe. */
public final class TimeProfile implements ColumnProfile {

    private final String name;
    private final Months months = new Months();
    private final long[] byMonth = new long[Months.COUNT];
    private long count;
    private long missing;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    public TimeProfile(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** @param micros since 1970-01-01T00:00, on the local clock where the column has no zone */
    public void add(long micros) {
        count++;
        first = Math.min(first, micros);
        last = Math.max(last, micros);
        byMonth[months.of(micros)]++;
    }

    @Override
    public void addMissing() {
        missing++;
    }

    @Override
    public void merge(ColumnProfile other) {
        if (!(other instanceof TimeProfile times)) {
            throw new BugFault("the column " + name + " is not of times in both profiles");
        }
        count += times.count;
        missing += times.missing;
        first = Math.min(first, times.first);
        last = Math.max(last, times.last);
        for (int month = 0; month < byMonth.length; month++) {
            byMonth[month] += times.byMonth[month];
        }
    }

    @Override
    public ColumnSummary summary() {
        return ColumnSummary.ofTimes(
                name, count + missing, missing, count == 0 ? null : new TimeSummary(text(first), text(last), rows()));
    }

    private List<TimeSummary.Month> rows() {
        List<TimeSummary.Month> rows = new ArrayList<>();
        for (int month = 0; month < byMonth.length; month++) {
            if (byMonth[month] > 0) {
                rows.add(new TimeSummary.Month(Months.name(month), byMonth[month]));
            }
        }
        return rows;
    }

    private static String text(long micros) {
        String text = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
        return text.substring(0, text.length() - 1);
    }
}
