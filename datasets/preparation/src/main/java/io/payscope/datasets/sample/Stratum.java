package io.payscope.datasets.sample;

import io.payscope.datasets.primitive.Selection;
import java.util.Arrays;

/**
 * The rows of one label with the smallest priorities. A quarter more than wanted are collected before the largest are
 * dropped, which costs less than keeping them in order. 44 bytes a collected row, whatever the row holds. Not
 * thread-safe, except that any thread may ask for the {@link #bound()}.
 */
final class Stratum {

    private static final int SMALLEST_SURPLUS = 64;

    private final int capacity;
    private final int room;
    private long[] priorities = new long[64];
    private long[] offsets = new long[64];
    private int[] lengths = new int[64];
    private long[] micros = new long[64];
    private long[] orders = new long[64];
    private long[] sourceRows = new long[64];
    private int size;
    private long seen;
    private volatile long bound;

    /** @param capacity most rows kept */
    Stratum(long capacity) {
        this.capacity = (int) Math.min(capacity, Integer.MAX_VALUE / 2);
        this.room = this.capacity + this.capacity / 4 + SMALLEST_SURPLUS;
        this.bound = capacity > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /**
     * Rows with a larger priority are not kept. It only ever falls, so a thread that knows an old one asks for a few
     * rows too many and for none too few.
     */
    long bound() {
        return bound;
    }

    /** Counts a row; true if it may be among the smallest and has to be put. */
    boolean wants(long priority) {
        seen++;
        return priority <= bound;
    }

    /** Collects a row. */
    void put(long priority, long offset, int length, long time, long order, long sourceRow) {
        if (size == room) {
            shrinkTo(capacity);
        }
        if (size == priorities.length) {
            grow();
        }
        priorities[size] = priority;
        offsets[size] = offset;
        lengths[size] = length;
        micros[size] = time;
        orders[size] = order;
        sourceRows[size] = sourceRow;
        size++;
    }

    private void grow() {
        int larger = (int) Math.min(room, size * 2L);
        priorities = Arrays.copyOf(priorities, larger);
        offsets = Arrays.copyOf(offsets, larger);
        lengths = Arrays.copyOf(lengths, larger);
        micros = Arrays.copyOf(micros, larger);
        orders = Arrays.copyOf(orders, larger);
        sourceRows = Arrays.copyOf(sourceRows, larger);
    }

    /** Drops the largest priorities until at most so many rows are left. */
    void shrinkTo(long rows) {
        if (size <= rows) {
            return;
        }
        int kept = (int) rows;
        bound = kept == 0 ? Long.MIN_VALUE : Selection.smallest(Arrays.copyOf(priorities, size), size, kept);
        int equal = kept;
        for (int i = 0; i < size; i++) {
            equal -= priorities[i] < bound ? 1 : 0;
        }
        int to = 0;
        for (int from = 0; from < size; from++) {
            if (priorities[from] < bound || priorities[from] == bound && equal-- > 0) {
                move(from, to++);
            }
        }
        size = to;
    }

    private void move(int from, int to) {
        priorities[to] = priorities[from];
        offsets[to] = offsets[from];
        lengths[to] = lengths[from];
        micros[to] = micros[from];
        orders[to] = orders[from];
        sourceRows[to] = sourceRows[from];
    }

    /** Number of rows collected. */
    int size() {
        return size;
    }

    /** Rows counted, kept or not. */
    long seen() {
        return seen;
    }

    long priority(int i) {
        return priorities[i];
    }

    long offset(int i) {
        return offsets[i];
    }

    int length(int i) {
        return lengths[i];
    }

    long micros(int i) {
        return micros[i];
    }

    long order(int i) {
        return orders[i];
    }

    long sourceRow(int i) {
        return sourceRows[i];
    }
}
