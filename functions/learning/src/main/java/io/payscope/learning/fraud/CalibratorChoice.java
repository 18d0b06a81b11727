package io.payscope.learning.fraud;

import io.payscope.learning.metric.Probabilities;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Chooses how a model is calibrated: not at all with few frauds; by Platt's two numbers, unless with frauds enough
 * isotonic regression has the lower log loss on rows of the same slice that it was not fitted to.
 */
final class CalibratorChoice {

    /** With fewer frauds a calibration would follow noise. */
    static final int LEAST_TO_CALIBRATE = 10;

    /** With fewer frauds the many steps of isotonic regression would. */
    static final int LEAST_FOR_ISOTONIC = 100;

    private static final int FOLDS = 5;

    private CalibratorChoice() {}

    /**
     * Fits the better of the two.
     *
     * @param scores as the model gives them
     * @param labels true for fraud, one a score
     * @param seed of the folds
     */
    static Calibrator of(double[] scores, boolean[] labels, long seed) {
        long frauds = IntStream.range(0, labels.length).filter(i -> labels[i]).count();
        if (frauds < LEAST_TO_CALIBRATE) {
            return Platt.NONE;
        }
        if (frauds < LEAST_FOR_ISOTONIC) {
            return Platt.fit(scores, labels);
        }
        int[] folds = folds(labels, seed);
        boolean steps = loss(scores, labels, folds, Isotonic::fit) < loss(scores, labels, folds, Platt::fit);
        return steps ? Isotonic.fit(scores, labels) : Platt.fit(scores, labels);
    }

    /** Frauds are dealt out evenly, for they are few. */
    private static int[] folds(boolean[] labels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] folds = new int[labels.length];
        int next = random.nextInt(FOLDS);
        for (int i = 0; i < folds.length; i++) {
            folds[i] = labels[i] ? next++ % FOLDS : random.nextInt(FOLDS);
        }
        return folds;
    }

    private static double loss(
            double[] scores, boolean[] labels, int[] folds, BiFunction<double[], boolean[], Calibrator> fit) {
        double sum = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            int[] known = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != held)
                    .toArray();
            int[] assessed = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == held)
                    .toArray();
            Calibrator calibrator = fit.apply(scores(scores, known), labels(labels, known));
            double[] calibrated = scores(scores, assessed);
            for (int i = 0; i < calibrated.length; i++) {
                calibrated[i] = calibrator.apply(calibrated[i]);
            }
            sum += Probabilities.logLoss(calibrated, labels(labels, assessed)) * assessed.length;
        }
        return sum;
    }

    private static double[] scores(double[] all, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> all[i]).toArray();
    }

    private static boolean[] labels(boolean[] all, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
        }
        return some;
    }
}
