package io.payscope.datasets.sample;

import java.util.Arrays;

/**
 * The rows of one label with the smallest priorities: a heap of slots, the largest priority on top. 48 bytes a row,
 * whatever the row holds. Not thread-safe, except that any thread may ask for the {@link #bound()}.
 */
final class Stratum {

    private final int capacity;
    private int[] heap = new int[64];
    private long[] priorities = new long[64];
    private long[] offsets = new long[64];
    private int[] lengths = new int[64];
    private long[] micros = new long[64];
    private long[] orders = new long[64];
    private long[] sourceRows = new long[64];
    private int last;
    private int size;
    private long seen;
    private volatile long bound = Long.MAX_VALUE;

    /** @param capacity most rows kept */
    Stratum(long capacity) {
        this.capacity = (int) Math.min(capacity, Integer.MAX_VALUE - 8);
    }

    /**
     * Rows from this priority on are not kept. It only ever falls, so a thread that knows an old one asks for a few
     * rows too many and for none too few.
     */
    long bound() {
        return bound;
    }

    /** Counts a row; true if it is among the smallest so far and has to be put. */
    boolean wants(long priority) {
        seen++;
        return size < capacity || size > 0 && priority < priorities[heap[0]];
    }

    /** Keeps a row, instead of the one of the largest priority if there are enough. */
    void put(long priority, long offset, int length) {
        if (size == heap.length && size < capacity) {
            grow();
        }
        boolean full = size == capacity;
        last = full ? heap[0] : size;
        priorities[last] = priority;
        offsets[last] = offset;
        lengths[last] = length;
        if (full) {
            down(0);
        } else {
            heap[size] = last;
            up(size++);
        }
        if (size == capacity) {
            bound = priorities[heap[0]];
        }
    }

    /** Tells more about the row put last. */
    void describeLast(long time, long order, long sourceRow) {
        micros[last] = time;
        orders[last] = order;
        sourceRows[last] = sourceRow;
    }

    private void grow() {
        int larger = (int) Math.min(capacity, size * 2L);
        heap = Arrays.copyOf(heap, larger);
        priorities = Arrays.copyOf(priorities, larger);
        offsets = Arrays.copyOf(offsets, larger);
        lengths = Arrays.copyOf(lengths, larger);
        micros = Arrays.copyOf(micros, larger);
        orders = Arrays.copyOf(orders, larger);
        sourceRows = Arrays.copyOf(sourceRows, larger);
    }

    /** Drops the largest priorities until at most so many rows are left. */
    void shrinkTo(long rows) {
        while (size > rows) {
            heap[0] = heap[--size];
            down(0);
        }
    }

    private void up(int from) {
        int moving = heap[from];
        long priority = priorities[moving];
        int i = from;
        while (i > 0 && priority > priorities[heap[(i - 1) / 2]]) {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = moving;
    }

    private void down(int from) {
        int moving = heap[from];
        long priority = priorities[moving];
        int i = from;
        int child = 2 * i + 1;
        while (child < size) {
            if (child + 1 < size && priorities[heap[child + 1]] > priorities[heap[child]]) {
                child++;
            }
            if (priorities[heap[child]] <= priority) {
                break;
            }
            heap[i] = heap[child];
            i = child;
            child = 2 * i + 1;
        }
        heap[i] = moving;
    }

    /** Number of rows kept. */
    int size() {
        return size;
    }

    /** Rows counted, kept or not. */
    long seen() {
        return seen;
    }

    /** The slot of the i-th kept row, in no order; what follows is asked for by slot. */
    int slot(int i) {
        return heap[i];
    }

    long priority(int slot) {
        return priorities[slot];
    }

    long offset(int slot) {
        return offsets[slot];
    }

    int length(int slot) {
        return lengths[slot];
    }

    long micros(int slot) {
        return micros[slot];
    }

    long order(int slot) {
        return orders[slot];
    }

    long sourceRow(int slot) {
        return sourceRows[slot];
    }
}
