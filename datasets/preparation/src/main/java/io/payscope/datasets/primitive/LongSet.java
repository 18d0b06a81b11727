package io.payscope.datasets.primitive;

/**
 * A set of longs, open addressing with linear probing, at most 60 % full: 13 bytes an entry at the fullest, and half as
 * much again while it grows. Members should be hashes already. Not thread-safe.
 */
public final class LongSet {

    private static final double MAX_LOAD = 0.6;

    private long[] slots = new long[1 << 12];
    private int size;
    private int growAt = (int) (slots.length * MAX_LOAD);
    private boolean hasZero;

    /**
     * Adds a member.
     *
     * @return false if it was there before
     */
    public boolean add(long member) {
        if (member == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int slot = slot(slots, member);
        if (slots[slot] == member) {
            return false;
        }
        slots[slot] = member;
        if (++size > growAt) {
            grow();
        }
        return true;
    }

    /** @return number of members */
    public int size() {
        return size + (hasZero ? 1 : 0);
    }

    private static int slot(long[] slots, long member) {
        int mask = slots.length - 1;
        int slot = (int) member & mask;
        while (slots[slot] != 0 && slots[slot] != member) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long member : slots) {
            if (member != 0) {
                larger[slot(larger, member)] = member;
            }
        }
        slots = larger;
        growAt = (int) (slots.length * MAX_LOAD);
    }
}
