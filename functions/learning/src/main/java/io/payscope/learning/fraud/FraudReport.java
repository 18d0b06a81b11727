package io.payscope.learning.fraud;

import io.payscope.learning.card.CardPage;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.feature.FeatureDefinition;
import java.util.List;

/** A fraud model's card as a page for people. */
public final class FraudReport {

    private FraudReport() {}

    /**
     * Writes the page.
     *
     * @param card of the model
     * @param curves of its test part
     * @param features what they are, in the model's order
     * @return HTML that loads nothing
     */
    public static String html(ModelCard card, Curves curves, List<FeatureDefinition> features) {
        CardPage page = new CardPage(card);
        page.curve("ROC", "false positive rate", "recall", points(curves.roc()), true);
        page.curve("Precision and recall", "recall", "precision", points(curves.precisionRecall()), false);
        page.curve("Reliability", "mean probability", "share of frauds", points(curves.reliability()), true);
        page.curve("Cost against threshold", "threshold", "cost over no alerts", points(curves.cost()), false);
        page.bars("Importance (gain)", card.importance());
        page.bars("Mean absolute SHAP value", curves.shap());
        features.forEach(feature -> page.feature(feature.name(), feature.meaning()));
        return page.html();
    }

    private static List<double[]> points(List<Curves.Point> points) {
        return points.stream().map(point -> new double[] {point.x(), point.y()}).toList();
    }
}
