package io.payscope.apiquestions;

import java.math.BigDecimal;

/** Fills sentences with the figures and quotes the nearest document; nothing is generated. */
final class ExtractiveAnswerer implements Answerer {

    @Override
    public String write(Evidence evidence) {
        StringBuilder text = new StringBuilder();
        for (Figure figure : evidence.figures()) {
            text.append(sentence(figure)).append('\n');
        }
        if (evidence.figures().isEmpty()) {
            text.append("There is nothing to rank in that period.\n");
        }
        if (!evidence.documents().isEmpty()) {
            Cited nearest = evidence.documents().getFirst();
            text.append("From ")
                    .append(nearest.id())
                    .append(": ")
                    .append(nearest.excerpt())
                    .append('\n');
        }
        return text.toString().strip();
    }

    static String sentence(Figure figure) {
        return "%s, %s%s: %s %s."
                .formatted(
                        figure.period(),
                        figure.name(),
                        figure.subject().isEmpty() ? "" : " (" + Cited.escaped(figure.subject()) + ")",
                        plain(figure.value()),
                        figure.unit());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
