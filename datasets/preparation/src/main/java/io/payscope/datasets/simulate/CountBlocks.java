package io.payscope.datasets.simulate;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The 339 V columns: blocks that are missing together and hold small counts, eight of them from one random word. Not
 * thread-safe.
 */
final class CountBlocks {

    private static final int[] ENDS = {11, 34, 52, 74, 94, 137, 166, 216, 278, 321, 339};

    /** Share of the rows in which a block is present: of other products, then of product W. */
    private static final double[][] PRESENT = {
        {0.2, 0.5, 0.5, 0.5, 0.5, 1, 0.45, 0.8, 0.8, 1, 0.45},
        {0.65, 0.98, 0.98, 0.98, 0.98, 1, 0.02, 0.02, 0.02, 1, 0.02}
    };

    private static final boolean[] TELLING = {false, true, false, true, false, false, true, true, true, false, false};
    private static final int LEVELS = 256;
    private static final byte[][] PLAIN = table(0.45);
    private static final byte[][] HIGH = table(0.85);

    private final SplittableRandom random;

    CountBlocks(SplittableRandom random) {
        this.random = random;
    }

    /** The 256 even steps of an exponential distribution, as text. */
    private static byte[][] table(double mean) {
        byte[][] texts = new byte[LEVELS][];
        for (int i = 0; i < LEVELS; i++) {
            long count = Math.round(-Math.log(1 - (i + 0.5) / LEVELS) * mean);
            texts[i] = (count + ".0").getBytes(StandardCharsets.US_ASCII);
        }
        return texts;
    }

    /**
     * Writes all columns of one row.
     *
     * @param chance of each telling block to count higher
     * @param web whether it is a payment for product W
     */
    void write(RawFileWriter out, double chance, boolean web) {
        double[] shares = PRESENT[web ? 1 : 0];
        int column = 0;
        for (int block = 0; block < ENDS.length; block++) {
            boolean present = random.nextDouble() < shares[block];
            boolean high = TELLING[block] && random.nextDouble() < chance;
            byte[][] texts = high ? HIGH : PLAIN;
            long word = 0;
            for (; column < ENDS[block]; column++) {
                if (!present) {
                    out.empty();
                    continue;
                }
                word = (column & 7) == 0 || word == 0 ? random.nextLong() : word >>> 8;
                out.bytes(texts[(int) word & 0xff]);
            }
        }
    }
}
