package io.payscope.learning.drift;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.learning.drift.DriftReport.Column;
import io.payscope.learning.drift.DriftReport.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of an upload into a reference's bins as they pass: a counter a bin. Not thread-safe. */
public final class DriftProfile {

    /** With fewer rows nothing is said. */
    public static final long MINIMUM_ROWS = 200;

    private static final double WATCH = 0.1;
    private static final double SHIFTED = 0.25;

    /** Added to every count, so that an empty bin does not weigh infinitely much. */
    private static final double SMOOTHING = 0.5;

    private static final long DAY_SECONDS = 86_400;
    private static final double HOUR_SECONDS = 3_600;

    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private final DriftReference reference;
    private final long minimumRows;
    private final long[][] counts;
    private final int[] own;
    private final Map<String, Integer> channels = new HashMap<>();
    private long n;

    /**
     * @param reference of the model
     * @param features names of the rows' own features
     */
    public DriftProfile(DriftReference reference, List<String> features) {
        this(reference, features, MINIMUM_ROWS);
    }

    /**
     * @param reference of the model
     * @param features names of the rows' own features
     * @param minimumRows below which nothing is said
     */
    public DriftProfile(DriftReference reference, List<String> features, long minimumRows) {
        this.reference = reference;
        this.minimumRows = minimumRows;
        this.counts = reference.columns().stream()
                .map(column -> new long[column.bins()])
                .toArray(long[][]::new);
        this.own = reference.columns().stream()
                .mapToInt(column -> features.indexOf(column.name()))
                .toArray();
        for (DriftColumn column : reference.columns()) {
            if (column.name().equals(DriftReference.CHANNEL)) {
                column.categories().forEach(channel -> channels.put(channel, channels.size()));
            }
        }
    }

    /**
     * Counts a row.
     *
     * @param features own values in the order of their names, NaN for missing
     */
    public void add(CanonicalTransaction transaction, double[] features) {
        long second = transaction.occurredAt().getEpochSecond();
        n++;
        for (int i = 0; i < counts.length; i++) {
            DriftColumn column = reference.columns().get(i);
            double value =
                    switch (column.name()) {
                        case DriftReference.LOG_AMOUNT ->
                            StrictMath.log1p(Math.max(0, transaction.amount().doubleValue()));
                        case DriftReference.HOUR -> Math.floorMod(second, DAY_SECONDS) / HOUR_SECONDS;
                        case DriftReference.WEEKDAY ->
                            Math.floorMod(Math.floorDiv(second, DAY_SECONDS) + WEEKDAY_OF_EPOCH, 7L) + 1.0;
                        case DriftReference.CHANNEL -> channels.getOrDefault(transaction.channel(), -1);
                        case DriftReference.PAYEE_KIND -> DriftReference.payeeKind(transaction.payeeKind());
                        default -> own[i] < 0 ? Double.NaN : features[own[i]];
                    };
            counts[i][column.bin((float) value)]++;
        }
    }

    /** @return what the rows so far come to */
    public DriftReport report() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            DriftColumn column = reference.columns().get(i);
            boolean there = own[i] >= 0
                    || column.name().startsWith("tx_")
                    || column.name().equals(DriftReference.PAYEE_KIND);
            if (n < minimumRows || column.n() < minimumRows || !there) {
                columns.add(new Column(column.name(), null, Verdict.UNKNOWN));
            } else {
                double psi = psi(column, counts[i]);
                Verdict high = psi >= SHIFTED ? Verdict.SHIFTED : Verdict.WATCH;
                columns.add(new Column(column.name(), psi, psi >= WATCH ? high : Verdict.OK));
            }
        }
        return new DriftReport(reference.version(), n, columns);
    }

    /** Sum over the bins of the difference of the shares times the logarithm of their ratio. */
    private double psi(DriftColumn column, long[] found) {
        double sum = 0;
        for (int bin = 0; bin < found.length; bin++) {
            double expected =
                    (column.shares().get(bin) * column.n() + SMOOTHING) / (column.n() + SMOOTHING * found.length);
            double share = (found[bin] + SMOOTHING) / (n + SMOOTHING * found.length);
            sum += (share - expected) * Math.log(share / expected);
        }
        return sum;
    }
}
