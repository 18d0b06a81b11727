package io.payscope.datasets.synthesize;

import io.payscope.datasets.primitive.ContentHash;

/**
 * A set of rows by amount, time of day and channel that may take a row for a member which is none, never the other way
 * round (Bloom 1970). 16 MiB, whatever the number of rows; with four banks of 150,000 rows one strange row in ten
 * million is taken for a member. Not thread-safe.
 */
final class KeyFilter {

    private static final int WORDS = 1 << 21;
    private static final int HASHES = 4;

    private final long[] words = new long[WORDS];
    private final ContentHash hash = new ContentHash();

    /** Adds a row; times are told apart to a tick, in seconds. */
    void add(long cents, long second, int channel, long tick) {
        key(cents, second, channel, tick);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(i);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    /** Whether a row has been added; perhaps, if so. */
    boolean mayContain(long cents, long second, int channel, long tick) {
        key(cents, second, channel, tick);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(i);
            if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private void key(long cents, long second, int channel, long tick) {
        hash.reset();
        hash.add(cents);
        hash.add(second / tick);
        hash.add((long) channel);
        hash.add(tick);
        hash.finish();
    }

    private long bit(int i) {
        return hash.high() + i * (hash.low() | 1) & WORDS * 64L - 1;
    }
}
