package io.payscope.learning.feature;

import java.util.Arrays;

/**
 * How often each payer paid each payee within a month, for the pairs that did: an open-addressed table, 16 bytes a slot
 * and at most half full. The payer's and the payee's rows leave the month on their own, whenever the party is seen;
 * hence two counts a pair.
 */
final class Pairs {

    private static final int FIRST_SLOTS = 1 << 10;
    private static final long EMPTY = -1;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private long[] keys = filled(FIRST_SLOTS);
    private long[] counts = new long[FIRST_SLOTS];
    private int size;

    private static long[] filled(int slots) {
        long[] keys = new long[slots];
        Arrays.fill(keys, EMPTY);
        return keys;
    }

    /** @return rows of the pair that the payer still remembers of the month */
    int count(int payer, int payee) {
        int slot = slot(key(payer, payee));
        return keys[slot] == EMPTY ? 0 : (int) counts[slot];
    }

    /** The side of payers: the low half of a count. */
    Side payers() {
        return new Side(0);
    }

    /** The side of payees: the high half of a count. */
    Side payees() {
        return new Side(Integer.SIZE);
    }

    private static long key(int payer, int payee) {
        return (long) payer << Integer.SIZE | payee;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key, mask);
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int home(long key, int mask) {
        long mixed = key * MIXER;
        return (int) (mixed >>> Integer.SIZE) & mask;
    }

    private long add(long key, long amount) {
        int slot = slot(key);
        if (keys[slot] == EMPTY) {
            if (2 * (size + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            size++;
        }
        counts[slot] += amount;
        long count = counts[slot];
        if (count == 0) {
            remove(slot);
        }
        return count;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = filled(oldKeys.length * 2);
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** Empties a slot and closes the gap, so that no search ends early (Knuth, volume 3, 6.4, algorithm R). */
    private void remove(int emptied) {
        int mask = keys.length - 1;
        int gap = emptied;
        int slot = emptied + 1 & mask;
        while (keys[slot] != EMPTY) {
            int distanceFromHome = slot - home(keys[slot], mask) & mask;
            if (distanceFromHome >= (slot - gap & mask)) {
                keys[gap] = keys[slot];
                counts[gap] = counts[slot];
                gap = slot;
            }
            slot = slot + 1 & mask;
        }
        keys[gap] = EMPTY;
        counts[gap] = 0;
        size--;
    }

    /** The counts as one of the two parties sees them. */
    final class Side {

        private final int shift;

        private Side(int shift) {
            this.shift = shift;
        }

        /** Counts a row. @return whether the counterparty is new in the month */
        boolean add(int party, int other) {
            return other >= 0 && half(Pairs.this.add(pair(party, other), 1L << shift)) == 1;
        }

        /** Takes a row off. @return whether it was the counterparty's last in the month */
        boolean expire(int party, int other) {
            return other >= 0 && half(Pairs.this.add(pair(party, other), -(1L << shift))) == 0;
        }

        private long pair(int party, int other) {
            return shift == 0 ? key(party, other) : key(other, party);
        }

        private int half(long count) {
            return (int) (count >>> shift);
        }
    }
}
