package io.payscope.learning.card;

import java.util.List;
import java.util.Locale;

/** The largest of a list of features as horizontal bars in SVG. */
final class BarChart {

    private static final int MOST = 15;
    private static final int ROW = 20;
    private static final int LABELS = 200;
    private static final int BARS = 240;

    private BarChart() {}

    /** @param features the largest first */
    static String svg(String title, List<FeatureGain> features) {
        List<FeatureGain> shown = features.stream().limit(MOST).toList();
        double largest = shown.isEmpty() || shown.getFirst().gain() <= 0
                ? 1
                : shown.getFirst().gain();
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            int y = 34 + ROW * i;
            bars.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"#0b5cad\"/>",
                    LABELS - 8,
                    y + 12,
                    Html.escape(shown.get(i).feature()),
                    LABELS,
                    y,
                    Math.max(0, BARS * shown.get(i).gain() / largest)));
        }
        int height = 44 + ROW * shown.size();
        return "<svg viewBox=\"0 0 460 " + height + "\" width=\"460\" role=\"img\" aria-label=\"" + title
                + "\"><text x=\"230\" y=\"20\" text-anchor=\"middle\">" + title + "</text>" + bars + "</svg>";
    }
}
