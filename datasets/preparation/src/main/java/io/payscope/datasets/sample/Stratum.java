package io.payscope.datasets.sample;

import java.util.Arrays;

/**
 * The rows of one label with the smallest priorities: a heap over primitive arrays, the largest priority on top. 36
 * bytes a row, whatever the row holds. Not thread-safe.
 */
final class Stratum {

    private final int capacity;
    private long[] priorities = new long[64];
    private long[] offsets = new long[64];
    private int[] lengths = new int[64];
    private long[] micros = new long[64];
    private long[] orders = new long[64];
    private int size;
    private long seen;

    /** @param capacity most rows kept */
    Stratum(long capacity) {
        this.capacity = (int) Math.min(capacity, Integer.MAX_VALUE - 8);
    }

    /** Counts a row; true if it is among the smallest so far and has to be put. */
    boolean wants(long priority) {
        seen++;
        return size < capacity || size > 0 && priority < priorities[0];
    }

    void put(long priority, long offset, int length, long time, long order) {
        if (size < capacity) {
            if (size == priorities.length) {
                grow();
            }
            set(size, priority, offset, length, time, order);
            up(size++);
        } else {
            set(0, priority, offset, length, time, order);
            down(0);
        }
    }

    private void grow() {
        int larger = (int) Math.min(capacity, size * 2L);
        priorities = Arrays.copyOf(priorities, larger);
        offsets = Arrays.copyOf(offsets, larger);
        lengths = Arrays.copyOf(lengths, larger);
        micros = Arrays.copyOf(micros, larger);
        orders = Arrays.copyOf(orders, larger);
    }

    /** Drops the largest priorities until at most so many rows are left. */
    void shrinkTo(long rows) {
        while (size > rows) {
            size--;
            swap(0, size);
            down(0);
        }
    }

    private void set(int i, long priority, long offset, int length, long time, long order) {
        priorities[i] = priority;
        offsets[i] = offset;
        lengths[i] = length;
        micros[i] = time;
        orders[i] = order;
    }

    private void up(int from) {
        int i = from;
        while (i > 0 && priorities[i] > priorities[(i - 1) / 2]) {
            swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private void down(int from) {
        int i = from;
        while (true) {
            int child = 2 * i + 1;
            if (child + 1 < size && priorities[child + 1] > priorities[child]) {
                child++;
            }
            if (child >= size || priorities[child] <= priorities[i]) {
                return;
            }
            swap(i, child);
            i = child;
        }
    }

    private void swap(int a, int b) {
        long priority = priorities[a];
        long offset = offsets[a];
        int length = lengths[a];
        long time = micros[a];
        long order = orders[a];
        set(a, priorities[b], offsets[b], lengths[b], micros[b], orders[b]);
        set(b, priority, offset, length, time, order);
    }

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
}
