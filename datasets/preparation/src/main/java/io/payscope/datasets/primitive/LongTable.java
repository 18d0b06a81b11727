package io.payscope.datasets.primitive;

/**
 * A hash table from long to long, open addressing with linear probing, at most 60 % full: 27 bytes an entry at the
 * fullest, and half as much again while it grows. Keys should be hashes already. Not thread-safe.
 */
public final class LongTable {

    private static final double MAX_LOAD = 0.6;

    private long[] keys;
    private long[] values;
    private int size;
    private boolean hasZero;
    private long zeroValue;

    /** Makes an empty table. */
    public LongTable() {
        keys = new long[1 << 12];
        values = new long[1 << 12];
    }

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
        int slot = slot(keys, key);
        if (keys[slot] == key) {
            return values[slot];
        }
        keys[slot] = key;
        values[slot] = value;
        if (++size > keys.length * MAX_LOAD) {
            grow();
        }
        return value;
    }

    /** @return whether the key has a value */
    public boolean contains(long key) {
        return key == 0 ? hasZero : keys[slot(keys, key)] == key;
    }

    /** @return the key's value, or the other one if it has none */
    public long get(long key, long otherwise) {
        if (key == 0) {
            return hasZero ? zeroValue : otherwise;
        }
        int slot = slot(keys, key);
        return keys[slot] == key ? values[slot] : otherwise;
    }

    /** @return number of keys */
    public int size() {
        return size + (hasZero ? 1 : 0);
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] largerKeys = new long[keys.length * 2];
        long[] largerValues = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(largerKeys, keys[i]);
                largerKeys[slot] = keys[i];
                largerValues[slot] = values[i];
            }
        }
        keys = largerKeys;
        values = largerValues;
    }
}
