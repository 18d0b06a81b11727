package io.payscope.datasets.quality;

import io.payscope.core.model.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Amount, time and label of the rows that are valid transactions, copies left out. Memory: 40 KiB. Not thread-safe.
 */
public final class RowProfile {

    private static final double[] POWERS_OF_TEN =
            IntStream.rangeClosed(0, 18).mapToDouble(i -> Math.pow(10, i)).toArray();

    private final NumberProfile amounts = new NumberProfile("amount");
    private final TimeProfile times = new TimeProfile("occurred_at");
    private final Months months = new Months();
    private final long[][] labels = new long[Label.values().length][Months.COUNT];

    /**
     * Adds a row.
     *
     * @param micros when, since 1970-01-01T00:00Z
     * @param unscaledAmount the amount's digits
     * @param amountScale the amount's decimals, 0 to 18
     * @param label what is known about fraud
     */
    public void add(long micros, long unscaledAmount, int amountScale, Label label) {
        amounts.add(unscaledAmount / POWERS_OF_TEN[amountScale]);
        times.add(micros);
        labels[label.ordinal()][months.of(micros)]++;
    }

    /** Adds everything that another profile has seen; that one is not to be used afterwards. */
    public void merge(RowProfile other) {
        amounts.merge(other.amounts);
        times.merge(other.times);
        for (int label = 0; label < labels.length; label++) {
            for (int month = 0; month < Months.COUNT; month++) {
                labels[label][month] += other.labels[label][month];
            }
        }
    }

    /** @return the amounts, or null without rows */
    @Nullable
    NumberSummary amounts() {
        return amounts.numbers();
    }

    /** @return first and last time, or null without rows */
    @Nullable
    TimeSummary times() {
        return times.summary().times();
    }

    /** @return rows by month and label, those without rows left out */
    List<LabelledMonth> months() {
        List<LabelledMonth> found = new ArrayList<>();
        for (int month = 0; month < Months.COUNT; month++) {
            long fraud = labels[Label.FRAUD.ordinal()][month];
            long legitimate = labels[Label.LEGITIMATE.ordinal()][month];
            long unknown = labels[Label.UNKNOWN.ordinal()][month];
            if (fraud + legitimate + unknown > 0) {
                found.add(new LabelledMonth(Months.name(month), fraud, legitimate, unknown));
            }
        }
        return found;
    }
}
