package io.payscope.learning.tree;

/**
 * One regression tree, as LightGBM writes it. A child below 0 is the leaf {@code ~child}.
 *
 * @param splitFeature feature index of each split
 * @param splitGain loss reduction of each split
 * @param threshold numeric split: a value up to this goes left, may be infinite; categorical: index of its set
 * @param decisionType bit 0: categorical; bit 1: missing goes left; bits 2 and 3: what counts as missing
 * @param leftChild of each split
 * @param rightChild of each split
 * @param leafValue raw score of each leaf, learning rate included
 * @param setStart where the set of each categorical split begins among the words, and where the last ends
 * @param setWords the sets as bits: a category in the set goes left
 * @param splitCover training rows of each split; empty where the text has none
 * @param leafCover training rows of each leaf; empty likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Read on the hot path of scoring, never handed out, never compared.
record Tree(
        int[] splitFeature,
        double[] splitGain,
        double[] threshold,
        int[] decisionType,
        int[] leftChild,
        int[] rightChild,
        double[] leafValue,
        int[] setStart,
        int[] setWords,
        double[] splitCover,
        double[] leafCover) {

    private static final int CATEGORICAL = 1;
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
            node = next(row, node);
        }
        return leafValue[~node];
    }

    /** @return the child that a row goes to from a split */
    int next(double[] row, int node) {
        return goesLeft(row[splitFeature[node]], node) ? leftChild[node] : rightChild[node];
    }

    private boolean goesLeft(double value, int node) {
        int type = decisionType[node];
        if ((type & CATEGORICAL) != 0) {
            return inSet(value, (int) threshold[node]);
        }
        int missing = type >> MISSING_SHIFT & MISSING_MASK;
        boolean isNaN = Double.isNaN(value);
        if (missing == MISSING_IS_NAN && isNaN || missing == MISSING_IS_ZERO && (isNaN || Math.abs(value) <= ZERO)) {
            return (type & DEFAULT_LEFT) != 0;
        }
        return (isNaN ? 0.0 : value) <= threshold[node];
    }

    /** A category is the whole part of a value; missing, negative and unseen ones are in no set. */
    private boolean inSet(double value, int set) {
        if (Double.isNaN(value) || value <= -1) {
            return false;
        }
        int category = (int) value;
        int word = setStart[set] + (category >>> 5);
        return word < setStart[set + 1] && (setWords[word] >>> (category & 31) & 1) != 0;
    }

    /** @return training rows of a node */
    double cover(int node) {
        return node < 0 ? leafCover[~node] : splitCover[node];
    }

    /** @return mean raw score over the training rows */
    double mean() {
        if (leafValue.length == 1) {
            return leafValue[0];
        }
        double sum = 0;
        double rows = 0;
        for (int leaf = 0; leaf < leafValue.length; leaf++) {
            sum += leafValue[leaf] * leafCover[leaf];
            rows += leafCover[leaf];
        }
        return sum / rows;
    }

    /** @return splits from the root to the deepest leaf */
    int depth() {
        int[] depths = new int[Math.max(1, splitFeature.length)];
        int deepest = 0;
        for (int node = 0; node < splitFeature.length; node++) {
            // Children come after their parent, so that its depth is known by then.
            deepest = Math.max(deepest, depths[node] + 1);
            for (int child : new int[] {leftChild[node], rightChild[node]}) {
                if (child >= 0) {
                    depths[child] = depths[node] + 1;
                }
            }
        }
        return deepest;
    }
}
