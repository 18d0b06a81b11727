package io.payscope.learning.boost;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Chooses the shape of the trees, the number of bins, the weight of frauds and the number of rounds by their mean
 * quality over folds. What is tried is fixed beforehand, so the choice depends on the rows and the seed and not on the
 * speed of a machine.
 */
public final class ShapeSearch {

    /** Of settings this close to the best the one with the fewest rounds is taken: the rest is noise. */
    public static final double TOLERANCE = 0.001;

    /** Weight of frauds that is tried against none; chosen only where it wins. */
    private static final double WEIGHT = 5;

    /** The shapes that are tried, the first being the one without a search. */
    public static final List<TreeShape> SHAPES = List.of(
            new TreeShape(0.05, 8, 0, 5, 1, 1, 1, 1, 1),
            new TreeShape(0.05, 8, 0, 20, 0.001, 5, 1, 1, 1),
            new TreeShape(0.05, 6, 0, 20, 0.001, 5, 0.7, 1, 1),
            new TreeShape(0.05, 16, 0, 20, 0.001, 10, 0.5, 0.7, 1));

    private static final int CHECKPOINTS = 20;

    private final LabelledRows rows;
    private final List<Fold> folds;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * @param rows all of the folds
     * @param folds at least one
     */
    public ShapeSearch(LabelledRows rows, List<Fold> folds) {
        this.rows = rows;
        this.folds = List.copyOf(folds);
    }

    /**
     * Tries shapes, then with the best one few bins and weighted frauds.
     *
     * @param start everything but the shape; its maximum of rounds is tried
     * @param shapes at least one
     */
    public Choice choose(BoostingParameters start, List<TreeShape> shapes) {
        for (TreeShape shape : shapes) {
            attempt(start.withShape(shape));
        }
        Trial best = best();
        attempt(best.parameters.withBins(BoostingParameters.COARSE_BINS));
        attempt(best.parameters.withShape(best.parameters.shape().withFraudWeight(WEIGHT)));
        return new Choice(best(), trials);
    }

    private Trial best() {
        Trial best = trials.getFirst();
        for (Trial trial : trials) {
            if (trial.quality > best.quality + TOLERANCE) {
                best = trial;
            }
        }
        return best;
    }

    private void attempt(BoostingParameters parameters) {
        int rounds = parameters.maximumRounds();
        int step = Math.max(1, rounds / CHECKPOINTS);
        TreeMap<Integer, Double> quality = new TreeMap<>();
        for (Fold fold : folds) {
            double[] predictions = new double[fold.assessed.size()];
            try (BoostingRun run = new BoostingRun(rows, fold.train, fold.assessed, parameters)) {
                boolean growing = true;
                for (int round = 1; round <= rounds; round++) {
                    growing = growing && run.addTree();
                    if (round % step == 0) {
                        run.predict(predictions);
                        quality.merge(round, fold.quality.applyAsDouble(predictions) / folds.size(), Double::sum);
                    }
                }
            }
        }
        double highest =
                quality.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        int fewest = quality.entrySet().stream()
                .filter(entry -> entry.getValue() >= highest - TOLERANCE)
                .mapToInt(TreeMap.Entry::getKey)
                .min()
                .orElseThrow();
        trials.add(new Trial(parameters, fewest, quality.get(fewest)));
    }

    /**
     * Rows to learn from and later rows to judge by.
     *
     * @param train both classes among them
     * @param assessed later rows
     * @param quality of the probabilities of the assessed rows; higher is better
     */
    public record Fold(RowRange train, RowRange assessed, ToDoubleFunction<double[]> quality) {}

    /**
     * What was tried.
     *
     * @param parameters of boosting
     * @param rounds the fewest that are as good as the best
     * @param quality mean over the folds with that many rounds
     */
    public record Trial(BoostingParameters parameters, int rounds, double quality) {

        /** @return the settings that differ between trials, in words */
        public String describe() {
            TreeShape shape = parameters.shape();
            return shape.leaves() + " leaves of " + shape.minimumDataInLeaf() + " rows and hessian "
                    + shape.minimumHessian() + ", l2 " + shape.lambda() + ", features " + shape.featureFraction()
                    + ", rows " + shape.baggingFraction() + ", weight " + shape.fraudWeight() + ", bins "
                    + parameters.bins().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0) + ", " + rounds
                    + " rounds";
        }
    }

    /**
     * What is chosen.
     *
     * @param best the choice
     * @param trials all that were tried
     */
    public record Choice(Trial best, List<Trial> trials) {

        public Choice {
            trials = List.copyOf(trials);
        }

        /** @return the parameters with the chosen number of rounds */
        public BoostingParameters parameters() {
            return best.parameters.withRounds(best.rounds, best.rounds);
        }
    }
}
