package io.payscope.datasets.quality;

import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.LabelCounts;
import org.jspecify.annotations.Nullable;

/**
 * Whether a fraud model can be expected from a dataset. Training decides for itself, with the rows that really fall
 * into its part.
 *
 * @param state what to expect
 * @param reason why, one sentence
 */
public record LearningOutlook(State state, String reason) {

    /** What to expect of the training. */
    public enum State {
        /** The catalog declares no label. */
        NOT_APPLICABLE,
        /** No model can be trained; a run with this dataset is degraded. */
        NOT_TRAINABLE,
        /** Enough frauds for a logistic baseline only. */
        BASIC,
        /** Enough frauds for boosting. */
        TRAINABLE
    }

    /**
     * Judges the rows kept.
     *
     * @param plan how the bank's fraud model is trained, or null for none
     * @param labels of the rows kept
     */
    static LearningOutlook of(@Nullable FraudPlan plan, LabelCounts labels) {
        if (plan == null) {
            return new LearningOutlook(State.NOT_APPLICABLE, "The source has no label.");
        }
        if (labels.total() == 0) {
            return new LearningOutlook(State.NOT_TRAINABLE, "There are no rows.");
        }
        if (labels.fraud() == 0 || labels.legitimate() == 0) {
            String only = labels.fraud() > 0 ? "fraud" : labels.legitimate() > 0 ? "legitimate" : "without a label";
            return new LearningOutlook(State.NOT_TRAINABLE, "All labelled rows are of one class: " + only + ".");
        }
        long positives = Math.round(labels.fraud() * plan.trainFraction());
        String about = "About " + positives + " of " + labels.fraud() + " frauds fall into the training part; "
                + plan.minimumPositives() + " are needed for boosting, " + plan.minimumPositivesBasic()
                + " for a baseline.";
        if (positives >= plan.minimumPositives()) {
            return new LearningOutlook(State.TRAINABLE, about);
        }
        return new LearningOutlook(
                positives >= plan.minimumPositivesBasic() ? State.BASIC : State.NOT_TRAINABLE, about);
    }
}
