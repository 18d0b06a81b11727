package io.payscope.apiquestions;

import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.card.ModelCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What a model's card says, as figures and as a document to cite. */
final class ModelAnswer {

    private ModelAnswer() {}

    /** The card's metrics, by name. */
    static List<Figure> figures(ModelCard card, Period period) {
        List<Figure> figures = new ArrayList<>();
        new TreeMap<>(card.metrics()).forEach((name, value) -> {
            if (Double.isFinite(value)) {
                figures.add(new Figure(
                        name, card.version(), BigDecimal.valueOf(value), "by the model card", period, "model card"));
            }
        });
        return figures;
    }

    /** The card in words; what it was learned from and how good it is. */
    static Cited document(ModelCard card) {
        String kind = card.kind() == ModelOutcome.Kind.FRAUD ? "fraud" : "forecast";
        String text = "Model card: the %s model in use of bank %s is version %s, %s, %s.%s Features: %s.%s"
                .formatted(
                        kind,
                        card.bankId(),
                        card.version(),
                        card.algorithm(),
                        card.status().name().toLowerCase(Locale.ROOT),
                        card.reason().isEmpty() ? "" : " " + card.reason() + ".",
                        String.join(", ", card.features().stream().limit(10).toList()),
                        card.notes().isEmpty() ? "" : " " + String.join(" ", card.notes()));
        return Cited.of("model-card:" + kind + ":" + card.version(), 1, text);
    }
}
