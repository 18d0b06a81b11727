package io.payscope.learning.card;

import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.split.SplitDates;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written beside a model as {@code card.json}: enough to understand it, to judge it and to load it.
 *
 * @param bankId the bank
 * @param kind what it predicts
 * @param version name of the folder that it lies in
 * @param algorithm {@code lightgbm}, {@code logistic} or {@code series}
 * @param status trained or basic
 * @param reason why it is only basic, or empty
 * @param features names in the order that the model expects
 * @param channels the channels behind the numbers of the feature {@code tx_channel}
 * @param plan what the catalog asks for
 * @param split the dates of the parts, or null for a forecast
 * @param metrics on the test part, or of the backtest
 * @param importance the features, the most important first
 * @param parameters of training, by name
 * @param notes what a reader has to know
 * @param origin what it was made from
 * @param modelFile name of the model file beside the card
 * @param modelSha256 of that file
 */
public record ModelCard(
        BankId bankId,
        ModelOutcome.Kind kind,
        String version,
        String algorithm,
        ModelOutcome.Status status,
        String reason,
        List<String> features,
        List<String> channels,
        LearningPlan plan,
        @Nullable SplitDates split,
        Map<String, Double> metrics,
        List<FeatureGain> importance,
        Map<String, String> parameters,
        List<String> notes,
        Origin origin,
        String modelFile,
        String modelSha256) {

    /** The algorithm of boosted trees. */
    public static final String LIGHTGBM = "lightgbm";

    /** The algorithm of logistic regression. */
    public static final String LOGISTIC = "logistic";

    /** The algorithms that forecast series, chosen for each series by backtest. */
    public static final String SERIES = "series";

    public ModelCard {
        features = List.copyOf(features);
        channels = List.copyOf(channels);
        metrics = Map.copyOf(metrics);
        importance = List.copyOf(importance);
        parameters = Map.copyOf(parameters);
        notes = List.copyOf(notes);
    }
}
