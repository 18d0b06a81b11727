package io.payscope.learning.metric;

/** How true predicted probabilities are. */
public final class Probabilities {

    /** A probability of 0 or 1 that turns out wrong would cost infinitely much; it is taken for this far from it. */
    private static final double CLIP = 1e-15;

    private Probabilities() {}

    /**
     * Mean squared difference between probability and outcome (Brier 1950).
     *
     * @param probabilities of fraud, 0 to 1
     * @param labels true for fraud, one a probability
     * @return 0 for perfect, 1 for always wrong with certainty
     */
    public static double brier(double[] probabilities, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double miss = probabilities[i] - (labels[i] ? 1 : 0);
            sum += miss * miss;
        }
        return sum / probabilities.length;
    }

    /**
     * Mean negative log-likelihood in nats, probabilities kept 1e-15 away from 0 and 1.
     *
     * @param probabilities of fraud, 0 to 1
     * @param labels true for fraud, one a probability
     */
    public static double logLoss(double[] probabilities, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double p = Math.clamp(probabilities[i], CLIP, 1 - CLIP);
            sum -= labels[i] ? Math.log(p) : Math.log1p(-p);
        }
        return sum / probabilities.length;
    }
}
