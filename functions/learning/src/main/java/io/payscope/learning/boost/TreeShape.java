package io.payscope.learning.boost;

/**
 * What one tree may look like and how much of it counts: the settings that are searched.
 *
 * @param learningRate share of each tree that is added
 * @param leaves of one tree
 * @param depth of one tree at most; 0 for no limit
 * @param minimumDataInLeaf rows of a leaf at least
 * @param minimumHessian sum of p (1 - p) in a leaf at least
 * @param lambda L2 penalty on leaf values. It must not be 0: a leaf of frauds only has almost no curvature when frauds
 *     are rare, and its value would be hundreds of times too large
 * @param featureFraction share of the features that a tree may use
 * @param baggingFraction share of the rows that a tree is fitted on
 * @param fraudWeight of a fraud against a legitimate row
 */
public record TreeShape(
        double learningRate,
        int leaves,
        int depth,
        int minimumDataInLeaf,
        double minimumHessian,
        double lambda,
        double featureFraction,
        double baggingFraction,
        double fraudWeight) {

    /** @return the same with another weight of frauds */
    public TreeShape withFraudWeight(double weight) {
        return new TreeShape(
                learningRate,
                leaves,
                depth,
                minimumDataInLeaf,
                minimumHessian,
                lambda,
                featureFraction,
                baggingFraction,
                weight);
    }
}
