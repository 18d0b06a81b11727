package io.payscope.learning.tree;

/**
 * One regression tree with numeric splits, as LightGBM writes it. A child below 0 is the leaf {@code ~child}.
 *
 * @param splitFeature feature index of each split
 * @param splitGain loss reduction of each split
 * @param threshold a value up to this goes left; may be infinite
 * @param decisionType bit 1: missing goes left; bits 2 and 3: what counts as missing
 * @param leftChild of each split
 * @param rightChild of each split
 * @param leafValue raw score of each leaf, learning rate included
 */
@SuppressWarnings("ArrayRecordComponent") // Read on the hot path of scoring, never handed out, never compared.
record Tree(
        int[] splitFeature,
        double[] splitGain,
        double[] threshold,
        int[] decisionType,
        int[] leftChild,
        int[] rightChild,
        double[] leafValue) {

    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING_SHIFT = 2;
    private static final int MISSING_MASK = 3;
    private static final int MISSING_IS_ZERO = 1;
    private static final int MISSING_IS_NAN = 2;

    /** LightGBM takes a value this close to zero for zero (kZeroThreshold, a float32). */
    private static final double ZERO = 1e-35f;

    /** @return the raw score that this tree adds for a row, NaN in the row meaning missing */
    double value(double[] row) {
        if (splitFeature.length == 0) {
            return leafValue[0];
        }
        int node = 0;
        while (node >= 0) {
            node = goesLeft(row[splitFeature[node]], node) ? leftChild[node] : rightChild[node];
        }
        return leafValue[~node];
    }

    private boolean goesLeft(double value, int node) {
        int type = decisionType[node];
        int missing = type >> MISSING_SHIFT & MISSING_MASK;
        boolean isNaN = Double.isNaN(value);
        if (missing == MISSING_IS_NAN && isNaN || missing == MISSING_IS_ZERO && (isNaN || Math.abs(value) <= ZERO)) {
            return (type & DEFAULT_LEFT) != 0;
        }
        return (isNaN ? 0.0 : value) <= threshold[node];
    }
}
