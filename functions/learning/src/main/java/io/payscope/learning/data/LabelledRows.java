package io.payscope.learning.data;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of a bank whose label is known, in time order. Takes 4 bytes a feature outside the heap and 12 bytes and a
 * bit a row on it. Confined to one thread.
 */
public final class LabelledRows implements AutoCloseable {

    private static final int FIRST_CAPACITY = 4096;

    private final List<String> names;
    private final FeatureTable features;
    private final BitSet frauds = new BitSet();
    private long[] times = new long[FIRST_CAPACITY];
    private int[] payers = new int[FIRST_CAPACITY];

    /** @param names of the features, in column order */
    public LabelledRows(List<String> names) {
        this.names = List.copyOf(names);
        this.features = new FeatureTable(names.size());
    }

    /**
     * Appends a row.
     *
     * @param occurredAt when it happened
     * @param fraud its label
     * @param values one value a feature, NaN for missing
     */
    public void append(Instant occurredAt, boolean fraud, double[] values) {
        append(occurredAt, fraud, -1, values);
    }

    /**
     * Appends a row of a payer.
     *
     * @param occurredAt when it happened
     * @param fraud its label
     * @param payer number of the payer, from 0; -1 where the source has none
     * @param values one value a feature, NaN for missing
     */
    public void append(Instant occurredAt, boolean fraud, int payer, double[] values) {
        int row = features.rows();
        features.append(values);
        if (row == times.length) {
            times = Arrays.copyOf(times, row + (row >> 1));
            payers = Arrays.copyOf(payers, times.length);
        }
        payers[row] = payer;
        times[row] = occurredAt.toEpochMilli();
        frauds.set(row, fraud);
    }

    /** @return names of the features, in column order */
    public List<String> names() {
        return names;
    }

    /** @return the features */
    public FeatureTable features() {
        return features;
    }

    /** @return number of rows */
    public int size() {
        return features.rows();
    }

    /** @return when a row happened, milliseconds since 1970 */
    public long epochMilli(int row) {
        return times[row];
    }

    /** @return number of a row's payer, or -1 */
    public int payer(int row) {
        return payers[row];
    }

    /** @return whether a row is fraud */
    public boolean fraud(int row) {
        return frauds.get(row);
    }

    /** @return the labels of the rows from {@code from} to before {@code to} */
    public boolean[] labels(int from, int to) {
        boolean[] labels = new boolean[to - from];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = frauds.get(from + i);
        }
        return labels;
    }

    /** @return frauds among the rows from {@code from} to before {@code to} */
    public int frauds(int from, int to) {
        return frauds.get(from, to).cardinality();
    }

    @Override
    public void close() {
        features.close();
    }
}
