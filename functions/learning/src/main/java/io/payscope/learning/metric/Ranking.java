package io.payscope.learning.metric;

import java.util.Arrays;

/**
 * Scores in order of how suspicious they are. Equal scores form one block: no order within it is assumed, so the
 * metrics do not depend on the order of the rows.
 */
public final class Ranking {

    private final double[] frauds;
    private final double[] legitimates;

    /**
     * Sorts the scores; takes O(n log n).
     *
     * @param scores higher is more suspicious, never NaN
     * @param labels true for fraud
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or one of the classes is absent
     */
    public Ranking(double[] scores, boolean[] labels) {
        if (scores.length != labels.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + labels.length + " labels");
        }
        double[] sortedFrauds = new double[scores.length];
        double[] sortedLegitimates = new double[scores.length];
        int fraudCount = 0;
        int legitimateCount = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
            // Adding zero turns -0.0 into 0.0, which sorting would otherwise tell apart.
            if (labels[i]) {
                sortedFrauds[fraudCount++] = scores[i] + 0.0;
            } else {
                sortedLegitimates[legitimateCount++] = scores[i] + 0.0;
            }
        }
        if (fraudCount == 0 || legitimateCount == 0) {
            throw new IllegalArgumentException(
                    "expected both classes, found " + fraudCount + " frauds and " + legitimateCount + " legitimates");
        }
        frauds = Arrays.copyOf(sortedFrauds, fraudCount);
        legitimates = Arrays.copyOf(sortedLegitimates, legitimateCount);
        Arrays.sort(frauds);
        Arrays.sort(legitimates);
    }

    /**
     * Average precision: the sum over the blocks, from the most suspicious, of the precision up to the block's end
     * times the recall gained in the block (a step sum, not a trapezoid).
     *
     * @return from above 0 to 1; about the share of frauds for scores that tell nothing
     */
    public double averagePrecision() {
        double[] sum = {0};
        walk((_, truePositives, falsePositives, gained) ->
                sum[0] += gained * (truePositives / (double) (truePositives + falsePositives)));
        return sum[0] / frauds.length;
    }

    /**
     * Area under the receiver operating characteristic: the chance that a fraud scores above a legitimate row, a tie
     * counting one half (Mann and Whitney's statistic).
     *
     * @return from 0 to 1; 0.5 for scores that tell nothing
     */
    public double rocAuc() {
        double[] wins = {0};
        int[] above = {0};
        walk((_, _, falsePositives, gained) -> {
            int tied = falsePositives - above[0];
            wins[0] += gained * (legitimates.length - falsePositives + tied / 2.0);
            above[0] = falsePositives;
        });
        return wins[0] / ((double) frauds.length * legitimates.length);
    }

    /**
     * The score from which on flagging gives the largest F1; the highest of several equally good ones.
     *
     * @return one of the scores: a row is flagged if its score is at least this
     */
    public double bestF1Threshold() {
        double[] best = {-1, Double.POSITIVE_INFINITY};
        walk((score, truePositives, falsePositives, _) -> {
            double f1 = 2.0 * truePositives / (truePositives + falsePositives + frauds.length);
            if (f1 > best[0]) {
                best[0] = f1;
                best[1] = score;
            }
        });
        return best[1];
    }

    private void walk(BlockVisitor visitor) {
        int fraud = frauds.length - 1;
        int legitimate = legitimates.length - 1;
        while (fraud >= 0 || legitimate >= 0) {
            double score = fraud < 0
                    ? legitimates[legitimate]
                    : legitimate < 0 ? frauds[fraud] : Math.max(frauds[fraud], legitimates[legitimate]);
            int gained = fraud;
            while (fraud >= 0 && frauds[fraud] == score) {
                fraud--;
            }
            gained -= fraud;
            while (legitimate >= 0 && legitimates[legitimate] == score) {
                legitimate--;
            }
            visitor.block(score, frauds.length - 1 - fraud, legitimates.length - 1 - legitimate, gained);
        }
    }

    /** Sees the blocks of equal scores from the highest down, with the counts up to the block's end. */
    @FunctionalInterface
    private interface BlockVisitor {
        void block(double score, int truePositives, int falsePositives, int gainedTruePositives);
    }
}
