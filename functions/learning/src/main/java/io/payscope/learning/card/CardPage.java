package io.payscope.learning.card;

import java.util.List;
import java.util.TreeMap;

/** A model card as one HTML page without scripts. */
public final class CardPage {

    private static final String STYLE = "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0"
            + " 1em}table{border-collapse:collapse}td{border-bottom:1px solid #ddd;padding:2px 12px 2px"
            + " 0;vertical-align:top}svg text{font:12px sans-serif}";

    private final ModelCard card;
    private final StringBuilder charts = new StringBuilder();
    private final StringBuilder features = new StringBuilder();

    /** @param card what the page is about */
    public CardPage(ModelCard card) {
        this.card = card;
    }

    /** Adds a line chart. @param points x and y of each point */
    public void curve(String title, String xLabel, String yLabel, List<double[]> points, boolean diagonal) {
        charts.append(new CurveChart(title, xLabel, yLabel).svg(points, diagonal))
                .append('\n');
    }

    /** Adds a bar chart. @param values the largest first */
    public void bars(String title, List<FeatureGain> values) {
        charts.append(BarChart.svg(title, values)).append('\n');
    }

    /** Adds a line to the list of features. */
    public void feature(String name, String meaning) {
        features.append(Html.row(name, meaning));
    }

    /** @return the page */
    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">\n<title>");
        String title = "Bank " + card.bankId() + ", " + card.kind() + " model " + card.version();
        page.append(Html.escape(title))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n<h1>");
        page.append(Html.escape(title)).append("</h1>\n<table>\n");
        page.append(Html.row("status", card.status() + (card.reason().isEmpty() ? "" : ": " + card.reason())));
        page.append(Html.row("algorithm", card.algorithm()));
        page.append(Html.row("split", String.valueOf(card.split())));
        page.append(Html.row("dataset sha256", card.origin().manifestSha256()));
        page.append(Html.row("input sha256", card.origin().inputSha256()));
        page.append(Html.row("model sha256", card.modelSha256()));
        page.append(Html.row("seed", card.origin().seed()));
        page.append(Html.row("versions", new TreeMap<>(card.origin().libraries())));
        card.notes().forEach(note -> page.append(Html.row("note", note)));
        page.append("</table>\n<h2>Test part</h2>\n").append(charts).append("<h2>Metrics</h2>\n<table>\n");
        new TreeMap<>(card.metrics()).forEach((name, value) -> page.append(Html.row(name, value)));
        page.append("</table>\n<h2>Parameters</h2>\n<table>\n");
        new TreeMap<>(card.parameters()).forEach((name, value) -> page.append(Html.row(name, value)));
        page.append("</table>\n<h2>Features</h2>\n<table>\n").append(features).append("</table>\n</html>\n");
        return page.toString();
    }
}
