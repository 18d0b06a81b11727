package io.payscope.datasets.synthesize;

/**
 * Train on synthetic, test on real, against train on real, test on real: the same model on the same test rows, the
 * newest of the sample.
 *
 * @param scope {@code all} or {@code bank N}
 * @param testRows real rows tested on
 * @param testFrauds frauds among them, whose share is the average precision of a model that knows nothing
 * @param realTrainFrauds frauds among the real rows trained on
 * @param syntheticTrainFrauds frauds among the synthetic rows trained on
 * @param realAveragePrecision trained on real rows
 * @param realRocAuc trained on real rows
 * @param syntheticAveragePrecision trained on synthetic rows
 * @param syntheticRocAuc trained on synthetic rows
 */
public record Utility(
        String scope,
        int testRows,
        int testFrauds,
        int realTrainFrauds,
        int syntheticTrainFrauds,
        double realAveragePrecision,
        double realRocAuc,
        double syntheticAveragePrecision,
        double syntheticRocAuc) {}
