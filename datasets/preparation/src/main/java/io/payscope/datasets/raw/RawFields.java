package io.payscope.datasets.raw;

import java.util.Arrays;

/** Where the fields of one record lie in the bytes at hand. Filled again and again; not thread-safe. */
final class RawFields {

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] doubled = new boolean[64];
    private int count;

    void clear() {
        count = 0;
    }

    /** Adds a field; false if there are as many as a record may have. */
    boolean add(int from, int to, boolean holdsDoubledQuotes) {
        if (count == RawScanner.MAX_FIELDS) {
            return false;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            doubled = Arrays.copyOf(doubled, count * 2);
        }
        starts[count] = from;
        ends[count] = to;
        doubled[count] = holdsDoubledQuotes;
        count++;
        return true;
    }

    int count() {
        return count;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean hasDoubledQuotes(int field) {
        return doubled[field];
    }

    /** Whether there is one field, and nothing in it. */
    boolean isEmptyLine() {
        return count == 1 && ends[0] == starts[0];
    }
}
