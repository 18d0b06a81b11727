package io.payscope.datasets.simulate;

/**
 * Ranks drawn by popularity: the member of rank k is drawn about in proportion to 1 / k^exponent (the Zipf law, in its
 * continuous form so that a draw takes no search). Memory: 33 KB, whatever the number of members.
 */
final class Popularity {

    private static final int CELLS = 1 << 12;
    private static final double NEARLY_ONE = 1e-9;

    private final long members;
    private final double[] edges = new double[CELLS + 1];

    /**
     * Lays out the quantiles.
     *
     * @param members number of members, at least 1
     * @param exponent 0 for even shares; the larger, the more falls to the first ranks
     */
    Popularity(long members, double exponent) {
        this.members = members;
        double end = members + 1.0;
        double power = 1 - exponent;
        boolean logarithmic = Math.abs(power) < NEARLY_ONE;
        double reach = logarithmic ? StrictMath.log(end) : StrictMath.pow(end, power) - 1;
        for (int i = 0; i <= CELLS; i++) {
            double part = reach * i / CELLS;
            edges[i] = logarithmic ? StrictMath.exp(part) : StrictMath.pow(1 + part, 1 / power);
        }
    }

    /** The rank, from 0 for the most popular, at a place between 0 and 1. */
    long rank(double place) {
        double at = place * CELLS;
        int cell = (int) at;
        double position = edges[cell] + (at - cell) * (edges[cell + 1] - edges[cell]);
        return Math.min(members - 1, (long) position - 1);
    }

    long members() {
        return members;
    }
}
