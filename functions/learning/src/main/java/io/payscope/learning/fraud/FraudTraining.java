package io.payscope.learning.fraud;

import io.payscope.learning.card.FeatureGain;
import io.payscope.learning.split.SplitDates;
import java.util.List;
import java.util.Map;

/** How training ended. */
public sealed interface FraudTraining {

    /** @return numbers by name: metrics of the test part where there is a model, and the sizes of the parts */
    Map<String, Double> metrics();

    /**
     * With a model.
     *
     * @param scorer the model
     * @param calibrator of its probabilities
     * @param basicReason why it is only the basic model, or empty
     * @param split the dates of the parts
     * @param metrics of the test part
     * @param importance the features, the most important first
     * @param parameters of training, by name
     * @param notes what a reader has to know
     * @param curves of the test part
     */
    record Trained(
            Scorer scorer,
            Calibrator calibrator,
            String basicReason,
            SplitDates split,
            Map<String, Double> metrics,
            List<FeatureGain> importance,
            Map<String, String> parameters,
            List<String> notes,
            Curves curves)
            implements FraudTraining {}

    /**
     * Without one.
     *
     * @param reason why not
     * @param metrics the sizes of the parts
     */
    record NotTrainable(String reason, Map<String, Double> metrics) implements FraudTraining {}
}
