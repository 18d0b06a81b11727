package io.payscope.learning.boost;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import io.payscope.learning.metric.Probabilities;
import io.payscope.learning.metric.Ranking;

/**
 * What boosting leaves.
 *
 * @param text the model up to its best round, in LightGBM's text form
 * @param trees rounds up to the best
 * @param rounds rounds tried
 * @param validationAveragePrecision of the best round
 */
public record BoostedTrees(String text, int trees, int rounds, double validationAveragePrecision) {

    /**
     * Boosts on the training part and stops when average precision on the validation part no longer grows; of equally
     * precise rounds the one with the lowest log loss is the best. The same rows and parameters give the same trees,
     * whatever the number of threads. Beside the rows it takes 1 byte for each value of the two parts up to 255 bins,
     * else 2, outside the heap.
     *
     * @param rows with both classes in the training part and in the validation part
     * @param train rows to learn from
     * @param validation later rows to stop by
     * @param parameters how to boost
     * @throws io.payscope.core.fault.ConfigFault if the native library is missing
     */
    public static BoostedTrees train(
            LabelledRows rows, RowRange train, RowRange validation, BoostingParameters parameters) {
        boolean[] labels = rows.labels(validation.from(), validation.to());
        double[] predictions = new double[labels.length];
        try (BoostingRun run = new BoostingRun(rows, train, validation, parameters)) {
            int round = 0;
            int bestRound = 0;
            double best = -1;
            double bestLoss = Double.POSITIVE_INFINITY;
            while (round < parameters.maximumRounds() && round - bestRound < parameters.patience() && run.addTree()) {
                round++;
                run.predict(predictions);
                double averagePrecision = new Ranking(predictions, labels).averagePrecision();
                double loss = Probabilities.logLoss(predictions, labels);
                // With few frauds the ranking is soon as good as it gets, long before the probabilities are.
                if (averagePrecision > best || averagePrecision == best && loss < bestLoss) {
                    best = averagePrecision;
                    bestLoss = loss;
                    bestRound = round;
                }
            }
            return new BoostedTrees(run.text(bestRound), bestRound, round, best);
        }
    }
}
