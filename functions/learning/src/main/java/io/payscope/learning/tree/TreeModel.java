package io.payscope.learning.tree;

import java.util.List;

/**
 * A boosted binary classifier or regressor, scored in Java without the native library. Immutable and thread-safe. Of a
 * regressor the raw score is the prediction, and there is no probability (NaN).
 */
public final class TreeModel {

    private final List<Tree> trees;
    private final int features;
    private final double sigmoid;

    TreeModel(List<Tree> trees, int features, double sigmoid) {
        this.trees = List.copyOf(trees);
        this.features = features;
        this.sigmoid = sigmoid;
    }

    /**
     * Reads a model from LightGBM's text form.
     *
     * @param text what LightGBM's {@code save_model} writes for the objective {@code binary}
     * @throws io.payscope.core.fault.DataFault naming what is missing, malformed or not supported
     */
    public static TreeModel parse(String text) {
        return new TreeModelReader(text).readClassifier();
    }

    /**
     * Reads a model from LightGBM's text form.
     *
     * @param text what LightGBM's {@code save_model} writes for the objective {@code regression}
     * @throws io.payscope.core.fault.DataFault naming what is missing, malformed or not supported
     */
    public static TreeModel parseRegressor(String text) {
        return new TreeModelReader(text).readRegressor();
    }

    /** @return number of features that a row must have */
    public int features() {
        return features;
    }

    /** @return number of trees */
    public int size() {
        return trees.size();
    }

    /**
     * Adds up the trees.
     *
     * @param row one value a feature, NaN for missing
     * @return log-odds of fraud, or what a regressor predicts
     */
    public double rawScore(double[] row) {
        if (row.length != features) {
            throw new IllegalArgumentException("expected " + features + " features, found " + row.length);
        }
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum;
    }

    /**
     * The probability of fraud: the logistic function of the raw score.
     *
     * @param row one value a feature, NaN for missing
     * @return from 0 to 1
     */
    public double probability(double[] row) {
        return 1 / (1 + Math.exp(-sigmoid * rawScore(row)));
    }

    /** @return loss reduction by all splits on each feature, by feature index */
    public double[] gains() {
        double[] gains = new double[features];
        for (Tree tree : trees) {
            for (int i = 0; i < tree.splitFeature().length; i++) {
                gains[tree.splitFeature()[i]] += tree.splitGain()[i];
            }
        }
        return gains;
    }
}
