package io.payscope.learning.tree;

/**
 * One tree's SHAP values for one row. A path holds, for each feature on the way from the root, the share of training
 * rows that would go on without knowing the feature ({@code zero}), whether the row itself goes on ({@code one}) and
 * the weight of the feature subsets of each size. Each level of the recursion has its own copy.
 */
final class TreeShap {

    private final Tree tree;
    private final double[] row;
    private final double[] shares;
    private final int[][] feature;
    private final double[][] zero;
    private final double[][] one;
    private final double[][] weight;

    /** @param shares receives the values, by feature index */
    TreeShap(Tree tree, double[] row, double[] shares) {
        this.tree = tree;
        this.row = row;
        this.shares = shares;
        int levels = tree.depth() + 1;
        feature = new int[levels][levels + 1];
        zero = new double[levels][levels + 1];
        one = new double[levels][levels + 1];
        weight = new double[levels][levels + 1];
    }

    void add() {
        recurse(0, 0, 0, 1, 1, -1);
    }

    private void recurse(int node, int level, int parentLength, double zeroShare, double oneShare, int parentFeature) {
        if (level > 0) {
            System.arraycopy(feature[level - 1], 0, feature[level], 0, parentLength);
            System.arraycopy(zero[level - 1], 0, zero[level], 0, parentLength);
            System.arraycopy(one[level - 1], 0, one[level], 0, parentLength);
            System.arraycopy(weight[level - 1], 0, weight[level], 0, parentLength);
        }
        int length = extend(level, parentLength, zeroShare, oneShare, parentFeature);
        if (node < 0) {
            for (int i = 1; i < length; i++) {
                double sum = unwoundSum(level, length, i);
                shares[feature[level][i]] += sum * (one[level][i] - zero[level][i]) * tree.leafValue()[~node];
            }
            return;
        }
        int split = tree.splitFeature()[node];
        int hot = tree.next(row, node);
        int cold = hot == tree.leftChild()[node] ? tree.rightChild()[node] : tree.leftChild()[node];
        double incomingZero = 1;
        double incomingOne = 1;
        for (int i = 1; i < length; i++) {
            if (feature[level][i] == split) {
                incomingZero = zero[level][i];
                incomingOne = one[level][i];
                unwind(level, length, i);
                length--;
                break;
            }
        }
        double cover = tree.cover(node);
        recurse(hot, level + 1, length, incomingZero * tree.cover(hot) / cover, incomingOne, split);
        recurse(cold, level + 1, length, incomingZero * tree.cover(cold) / cover, 0, split);
    }

    private int extend(int level, int length, double zeroShare, double oneShare, int parentFeature) {
        double[] w = weight[level];
        feature[level][length] = parentFeature;
        zero[level][length] = zeroShare;
        one[level][length] = oneShare;
        w[length] = length == 0 ? 1 : 0;
        for (int i = length - 1; i >= 0; i--) {
            w[i + 1] += oneShare * w[i] * (i + 1) / (length + 1);
            w[i] = zeroShare * w[i] * (length - i) / (length + 1);
        }
        return length + 1;
    }

    private void unwind(int level, int length, int index) {
        double[] w = weight[level];
        double oneShare = one[level][index];
        double zeroShare = zero[level][index];
        double next = w[length - 1];
        for (int i = length - 2; i >= 0; i--) {
            if (oneShare != 0) {
                double kept = w[i];
                w[i] = next * length / ((i + 1) * oneShare);
                next = kept - w[i] * zeroShare * (length - 1 - i) / length;
            } else {
                w[i] = w[i] * length / (zeroShare * (length - 1 - i));
            }
        }
        for (int i = index; i < length - 1; i++) {
            feature[level][i] = feature[level][i + 1];
            zero[level][i] = zero[level][i + 1];
            one[level][i] = one[level][i + 1];
        }
    }

    private double unwoundSum(int level, int length, int index) {
        double[] w = weight[level];
        double oneShare = one[level][index];
        double zeroShare = zero[level][index];
        double next = w[length - 1];
        double total = 0;
        for (int i = length - 2; i >= 0; i--) {
            if (oneShare != 0) {
                double part = next * length / ((i + 1) * oneShare);
                total += part;
                next = w[i] - part * zeroShare * (length - 1 - i) / length;
            } else {
                total += w[i] / zeroShare * length / (length - 1 - i);
            }
        }
        return total;
    }
}
