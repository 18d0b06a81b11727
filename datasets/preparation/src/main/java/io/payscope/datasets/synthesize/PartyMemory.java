package io.payscope.datasets.synthesize;

import io.payscope.core.model.Label;
import io.payscope.datasets.primitive.LongTable;
import io.payscope.datasets.primitive.Text;
import java.util.Arrays;

/**
 * The parties of one side of a source that have been seen, with what each did last. At most {@value #LARGEST} of them,
 * 90 bytes each; those that come later count as new every time. Not thread-safe.
 */
final class PartyMemory {

    /** What {@link #find} answers for a party that is not remembered. */
    static final int NONE = -1;

    private static final int LARGEST = 1 << 19;

    private final LongTable places = new LongTable();
    private final Text text = new Text();
    private double[] deviations = new double[1_024];
    private long[] partners = new long[1_024];
    private boolean[] frauds = new boolean[1_024];
    private int size;

    /** 64 bits that stand for a party. */
    long key(String id) {
        text.set(id);
        return text.hash();
    }

    /** Place of a party that has been seen, or {@link #NONE}. */
    int find(long key) {
        return (int) places.get(key, NONE);
    }

    /** Remembers what a party did. */
    void remember(long key, double deviation, long partner, Label label) {
        int place = find(key);
        if (place == NONE) {
            if (size == LARGEST) {
                return;
            }
            place = size++;
            places.putIfAbsent(key, place);
            if (size > deviations.length) {
                deviations = Arrays.copyOf(deviations, size * 2);
                partners = Arrays.copyOf(partners, size * 2);
                frauds = Arrays.copyOf(frauds, size * 2);
            }
        }
        deviations[place] = deviation;
        partners[place] = partner;
        frauds[place] |= label == Label.FRAUD;
    }

    /** The last amount's logarithm less the mean. */
    double deviation(int place) {
        return deviations[place];
    }

    /** The last party on the other side; 0 for none. */
    long partner(int place) {
        return partners[place];
    }

    /** Whether one of its payments was a fraud. */
    boolean fraud(int place) {
        return frauds[place];
    }
}
