package io.payscope.learning.fraud;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.linear.LogisticModel;

/** A fraud model with its card, ready to score. Immutable and thread-safe; needs no native library. */
public final class FraudModel {

    private final ModelCard card;
    private final Scorer scorer;
    private final double threshold;
    private final Calibrator calibrator;

    private FraudModel(ModelCard card, Scorer scorer, int features) {
        if (card.features().size() != features) {
            throw new DataFault("model " + card.version() + " of bank " + card.bankId() + ": the card names "
                    + card.features().size() + " features, the model has " + features);
        }
        Double declared = card.metrics().get(FraudMetrics.THRESHOLD);
        if (declared == null) {
            throw new DataFault(
                    "model " + card.version() + " of bank " + card.bankId() + ": the card has no threshold");
        }
        this.card = card;
        this.scorer = scorer;
        this.threshold = declared;
        this.calibrator = Calibrator.from(card.parameters());
    }

    /**
     * Loads boosted trees.
     *
     * @param card the card beside the model
     * @param modelText LightGBM's text form
     * @throws DataFault if the text is malformed or card and text do not belong together
     */
    public static FraudModel load(ModelCard card, String modelText) {
        Scorer.Trees trees = Scorer.Trees.parse(modelText);
        return new FraudModel(card, trees, trees.model().features());
    }

    /**
     * Loads a logistic regression.
     *
     * @throws DataFault if card and model do not belong together
     */
    public static FraudModel load(ModelCard card, LogisticModel model) {
        return new FraudModel(card, new Scorer.Line(model), model.weights().size());
    }

    /** @return what is known about the model */
    public ModelCard card() {
        return card;
    }

    /**
     * Scores a payment as training did: every feature is rounded to float32 first, the probability is calibrated last.
     *
     * @param features in the order of the card, NaN for missing; not changed
     * @return probability of fraud, 0 to 1
     * @throws BugFault if what comes out is no probability: it would count as below every threshold
     */
    public double score(double[] features) {
        double probability = calibrator.apply(scorer.probability(rounded(features)));
        if (!(probability >= 0 && probability <= 1)) {
            throw new BugFault("expected a probability, found " + probability);
        }
        return probability;
    }

    /**
     * The reasons of a score: how much each feature adds to the log-odds of the model before its calibration.
     *
     * @param features in the order of the card, NaN for missing; not changed
     * @return one value a feature, then the base that all payments share
     */
    public double[] contributions(double[] features) {
        return scorer.contributions(rounded(features));
    }

    private static double[] rounded(double[] features) {
        double[] rounded = new double[features.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) features[i];
        }
        return rounded;
    }

    /** @return the score from which on a payment is flagged */
    public double threshold() {
        return threshold;
    }

    /** @return whether a score is at least the threshold that was chosen on the validation part */
    public boolean flags(double score) {
        return score >= threshold;
    }
}
