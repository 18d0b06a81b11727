package io.payscope.datasets.primitive;

/**
 * A 128-bit hash of a sequence of values: the body and finish of MurmurHash3 x64 128 (A. Appleby, public domain), fed
 * with one 64-bit word a value. It tells rows apart, it does not protect against forgery. Two different rows among ten
 * million share all 128 bits with a probability below 1e-24. Not thread-safe.
 */
public final class ContentHash {

    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long h1;
    private long h2;
    private long pending;
    private boolean odd;
    private long words;

    /** Starts over. */
    public void reset() {
        h1 = 0;
        h2 = 0;
        odd = false;
        words = 0;
    }

    /** Adds a word. */
    public void add(long word) {
        words++;
        if (odd) {
            block(pending, word);
        } else {
            pending = word;
        }
        odd = !odd;
    }

    /** Adds a number; NaN stands for missing. */
    public void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    /** Adds a text with its length. */
    public void add(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            add(Words.at(bytes, i));
        }
        long length = i == from ? to - from : 0;
        add(Words.last(bytes, i, to) | length << Byte.SIZE * (to - i));
    }

    private void block(long k1, long k2) {
        h1 ^= Long.rotateLeft(k1 * C1, 31) * C2;
        h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
        h2 ^= Long.rotateLeft(k2 * C2, 33) * C1;
        h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }

    /** Ends the sequence; {@link #high()} and {@link #low()} hold the hash afterwards. */
    public void finish() {
        if (odd) {
            block(pending, 0);
        }
        h1 ^= words * Long.BYTES;
        h2 ^= words * Long.BYTES;
        h1 += h2;
        h2 += h1;
        h1 = mix(h1);
        h2 = mix(h2);
        h1 += h2;
        h2 += h1;
    }

    /** @return the first 64 bits */
    public long high() {
        return h1;
    }

    /** @return the last 64 bits */
    public long low() {
        return h2;
    }

    /**
     * Spreads a word's bits over all of its bits, one to one.
     *
     * @return the finish function of MurmurHash3
     */
    public static long mix(long word) {
        long mixed = word;
        mixed ^= mixed >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        mixed ^= mixed >>> 33;
        mixed *= 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
