package io.payscope.learning.tree;

import io.payscope.core.fault.DataFault;
import java.util.List;

/** Boosted trees, scored in Java without the native library. Immutable and thread-safe. */
public final class TreeModel {

    private final Tree[] trees;
    private final List<String> names;
    private final Link link;
    private final double divisor;

    TreeModel(List<Tree> trees, List<String> names, Link link, boolean averaged) {
        this.trees = trees.toArray(new Tree[0]);
        this.names = List.copyOf(names);
        this.link = link;
        this.divisor = averaged ? Math.max(1, this.trees.length) : 1;
    }

    /**
     * Reads a model from LightGBM's text form.
     *
     * @param text what LightGBM's {@code save_model} writes, for objectives with one output
     * @throws DataFault naming what is missing, malformed or not supported
     */
    public static TreeModel parse(String text) {
        return new TreeModelReader(text).read();
    }

    /** @return number of features that a row must have */
    public int features() {
        return names.size();
    }

    /** @return names of the features as the text has them */
    public List<String> names() {
        return names;
    }

    /** @return number of trees */
    public int size() {
        return trees.length;
    }

    /**
     * Adds up the trees.
     *
     * @param row one value a feature, NaN for missing
     * @return log-odds of fraud for a classifier
     */
    public double rawScore(double[] row) {
        if (row.length != names.size()) {
            throw new IllegalArgumentException("expected " + names.size() + " features, found " + row.length);
        }
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum / divisor;
    }

    /**
     * The prediction: for a classifier the probability of fraud, which is the logistic function of the raw score.
     *
     * @param row one value a feature, NaN for missing
     * @return from 0 to 1 for a classifier
     */
    public double probability(double[] row) {
        return link.apply(rawScore(row));
    }

    /**
     * Shares a raw score out among the features: SHAP values by the path-dependent TreeSHAP (Lundberg, Erion, Lee 2018,
     * arXiv 1802.03888, algorithm 2), as LightGBM's {@code pred_contrib}. They and the base sum up to the raw score.
     *
     * @param row one value a feature, NaN for missing
     * @return one value a feature, then the base: the mean raw score over the training rows
     * @throws DataFault if the text has no counts of training rows
     */
    public double[] contributions(double[] row) {
        double[] shares = new double[names.size() + 1];
        for (Tree tree : trees) {
            if (tree.leafValue().length > 1 && tree.leafCover().length == 0) {
                throw new DataFault("model text: expected leaf_count and internal_count, which explanations need");
            }
            shares[names.size()] += tree.mean();
            if (tree.leafValue().length > 1) {
                new TreeShap(tree, row, shares).add();
            }
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= divisor;
        }
        return shares;
    }

    /** @return loss reduction by all splits on each feature, by feature index */
    public double[] gains() {
        double[] gains = new double[names.size()];
        for (Tree tree : trees) {
            for (int i = 0; i < tree.splitFeature().length; i++) {
                gains[tree.splitFeature()[i]] += tree.splitGain()[i];
            }
        }
        return gains;
    }
}
