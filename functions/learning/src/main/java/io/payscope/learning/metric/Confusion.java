package io.payscope.learning.metric;

/**
 * What flagging from a threshold on leads to.
 *
 * @param truePositives flagged frauds
 * @param falsePositives flagged legitimate rows
 * @param trueNegatives legitimate rows not flagged
 * @param falseNegatives frauds not flagged
 */
public record Confusion(int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

    /**
     * Counts.
     *
     * @param scores higher is more suspicious
     * @param labels true for fraud, one a score
     * @param threshold a row is flagged if its score is at least this
     */
    public static Confusion at(double[] scores, boolean[] labels, double threshold) {
        int[] counts = new int[4];
        for (int i = 0; i < scores.length; i++) {
            boolean flagged = scores[i] >= threshold;
            counts[(flagged ? 0 : 2) + (flagged == labels[i] ? 0 : 1)]++;
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    /** @return share of frauds among the flagged rows; 0 if none is flagged */
    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** @return share of the frauds that are flagged; 0 if there are none */
    public double recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** @return harmonic mean of precision and recall; 0 if no fraud is flagged */
    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
