package io.payscope.datasets.primitive;

/**
 * A hash table from long to long, open addressing with linear probing, at most 60 % full: 27 bytes an entry at the
 * fullest, and half as much again while it grows. A key lies beside its value, so that finding both costs one access
 * to memory. Keys should be hashes already. Not thread-safe.
 */
public final class LongTable {

    private static final double MAX_LOAD = 0.6;

    /** Keys at even places, each followed by its value. */
    private long[] pairs = new long[1 << 13];

    private int size;
    private boolean hasZero;
    private long zeroValue;

    /**
     * Puts a value where the key has none.
     *
     * @return the value that the key had, or the given one if it had none
     */
    public long putIfAbsent(long key, long value) {
        if (key == 0) {
            zeroValue = hasZero ? zeroValue : value;
            hasZero = true;
            return zeroValue;
        }
        int at = place(pairs, key);
        if (pairs[at] == key) {
            return pairs[at + 1];
        }
        pairs[at] = key;
        pairs[at + 1] = value;
        if (++size > (pairs.length >> 1) * MAX_LOAD) {
            grow();
        }
        return value;
    }

    /** @return whether the key has a value */
    public boolean contains(long key) {
        return key == 0 ? hasZero : pairs[place(pairs, key)] == key;
    }

    /** @return the key's value, or the other one if it has none */
    public long get(long key, long otherwise) {
        if (key == 0) {
            return hasZero ? zeroValue : otherwise;
        }
        int at = place(pairs, key);
        return pairs[at] == key ? pairs[at + 1] : otherwise;
    }

    /** @return number of keys */
    public int size() {
        return size + (hasZero ? 1 : 0);
    }

    private static int place(long[] pairs, long key) {
        int mask = pairs.length - 1;
        int at = (int) key << 1 & mask;
        while (pairs[at] != 0 && pairs[at] != key) {
            at = at + 2 & mask;
        }
        return at;
    }

    private void grow() {
        long[] larger = new long[pairs.length * 2];
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] != 0) {
                int at = place(larger, pairs[i]);
                larger[at] = pairs[i];
                larger[at + 1] = pairs[i + 1];
            }
        }
        pairs = larger;
    }
}
