package io.payscope.learning.feature;

import io.payscope.core.model.CanonicalRow;
import io.payscope.core.port.PaymentHistory;
import io.payscope.core.port.PaymentPast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the features of one payment from the rows of its two parties and a graph: the same bits that
 * {@link FeatureBuilder} gives when the whole bank streams by, by the same code. Immutable and thread-safe.
 */
public final class PointFeatures {

    /** Newest rows a party that a stream remembers, and so the most that are read for a payment. */
    public static final int MOST_ROWS = Party.MOST_ROWS;

    private final List<String> names;
    private final Duration labelDelay;
    private final List<String> channels;
    private final Windows windows;

    /**
     * @param names of the bank's own features, in the order of {@link CanonicalRow#features()}
     * @param labelDelay after which a label counts, as for the stream
     * @param channels in the order of their numbers; a payment of another channel gets the next number, as in a stream
     */
    public PointFeatures(List<String> names, Duration labelDelay, List<String> channels) {
        this.names = List.copyOf(names);
        this.labelDelay = labelDelay;
        this.channels = List.copyOf(channels);
        this.windows = new Windows(labelDelay);
    }

    /** @return names of all features, in the order of {@link #of} */
    public List<String> names() {
        List<String> all = new ArrayList<>(names);
        FeatureBuilder.COMMON.forEach(common -> all.add(common.name()));
        return List.copyOf(all);
    }

    /** @return first instant of the recent rows that a payment's features need */
    public Instant historyFrom(Instant payment) {
        return after(payment.toEpochMilli() - windows.span(Windows.KEPT));
    }

    /** @return midnight of the graph that a payment sees */
    public Instant graphAt(Instant payment) {
        return Instant.ofEpochMilli(windows.snapshot(payment.toEpochMilli()));
    }

    /** @return first instant of the payments that are in the graph of a midnight */
    public static Instant graphFrom(Instant midnight) {
        return after(midnight.toEpochMilli() - Windows.MONTH_MILLIS);
    }

    /** @return first instant after the payments that are in the graph of a midnight */
    public static Instant graphTo(Instant midnight) {
        return after(midnight.toEpochMilli());
    }

    /** Features see milliseconds, so what is finer belongs to the millisecond that has begun. */
    private static Instant after(long millis) {
        return Instant.ofEpochMilli(millis + 1);
    }

    /**
     * Computes a payment's features.
     *
     * @param row the payment; its label is not looked at
     * @param past as {@link PaymentHistory#before} gives it from {@link #historyFrom} on, at most {@link #MOST_ROWS}
     * @param graph of {@link #graphAt}
     * @return one value a feature, NaN for missing
     */
    public double[] of(CanonicalRow row, PaymentPast past, PaymentGraph graph) {
        History history = new History(labelDelay, channels);
        return FeatureBuilder.values(row, names.size(), history.at(row.transaction(), past, graph));
    }
}
