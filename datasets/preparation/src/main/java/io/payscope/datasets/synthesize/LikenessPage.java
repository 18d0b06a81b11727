package io.payscope.datasets.synthesize;

import java.util.List;
import java.util.Locale;

/** A likeness report as one self-contained HTML page, light or dark as the reader's system is. */
final class LikenessPage {

    private static final String STYLE = """
        :root{color-scheme:light dark;--line:#8884}
        body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
        th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:right}
        th:first-child,td:first-child{text-align:left}
        .flag{border:1px solid;border-radius:4px;padding:.5rem .75rem;font-weight:600}
        small{opacity:.75}
        """;

    private final LikenessReport report;
    private final StringBuilder page = new StringBuilder(8_192);

    LikenessPage(LikenessReport report) {
        this.report = report;
    }

    /** @return the page, every text from elsewhere escaped */
    String html() {
        page.setLength(0);
        String title = "Likeness of synthetic bank " + report.bankId();
        page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(title))
                .append("</h1><p class=\"flag\">Synthetic data: no row is a real payment, and no figure learned from it"
                        + " says anything about real payments.</p><p><small>Dataset ")
                .append(escaped(report.datasetId()))
                .append(", seed ")
                .append(report.seed())
                .append("</small></p>");
        overall();
        utility();
        report.sources().forEach(this::source);
        return page.append("</body></html>\n").toString();
    }

    private void overall() {
        OverallLikeness all = report.overall();
        start("Overall", "figure", "value");
        row("rows", Long.toString(report.rows()));
        row("exact matches with a source", Long.toString(report.exactMatches()));
        row("Kolmogorov-Smirnov distance, mean", number(all.kolmogorovSmirnovMean()));
        row("Kolmogorov-Smirnov distance, largest", number(all.kolmogorovSmirnovLargest()));
        row("channels, total variation, mean", number(all.channelVariationMean()));
        row("correlations, mean difference", number(all.correlationMean()));
        row("correlations, largest difference", number(all.correlationLargest()));
        end();
    }

    private void utility() {
        start(
                "Train on synthetic, test on real",
                "rows",
                "test rows",
                "test frauds",
                "AUC, trained on real",
                "AUC, on synthetic",
                "AP, trained on real",
                "AP, on synthetic");
        for (Utility found : report.utility()) {
            row(
                    found.scope(),
                    Integer.toString(found.testRows()),
                    Integer.toString(found.testFrauds()),
                    number(found.realRocAuc()),
                    number(found.syntheticRocAuc()),
                    number(found.realAveragePrecision()),
                    number(found.syntheticAveragePrecision()));
        }
        end();
    }

    private void source(SourceLikeness source) {
        NearestLikeness nearest = source.nearest();
        page.append("<h2>Bank ").append(source.bankId()).append(": ");
        page.append(escaped(source.name())).append("</h2><p><small>");
        page.append(escaped(source.licence())).append("</small></p>");
        start("Nearest neighbours, in spreads", "figure", "value");
        row("share of its rows that it is weighed with", number(source.share()));
        row("smallest distance allowed", number(nearest.smallestAllowed()));
        row("median among the source's rows", number(nearest.sourceMedian()));
        row("median from made rows to the source", number(nearest.madeMedian()));
        row("ratio", number(nearest.ratio()));
        row("draws refused as exact matches", Long.toString(nearest.redrawnAsExact()));
        row("draws refused as near copies", Long.toString(nearest.redrawnAsNear()));
        end();
        List<String> columns = CommonRow.NAMES;
        for (StratumLikeness stratum : source.strata()) {
            start(stratum.label().name().toLowerCase(Locale.ROOT), "figure", "value");
            row("rows of the source", Long.toString(stratum.sourceRows()));
            row("rows made", Long.toString(stratum.madeRows()));
            columns.forEach(column -> row(
                    "Kolmogorov-Smirnov distance, " + column,
                    number(stratum.kolmogorovSmirnov().getOrDefault(column, 0.0))));
            row("channels, total variation", number(stratum.channelVariation()));
            row("weekdays, total variation", number(stratum.weekdayVariation()));
            row("correlations, mean difference", number(stratum.correlationMean()));
            row("correlations, largest difference", number(stratum.correlationLargest()));
            end();
        }
    }

    private void start(String title, String... columns) {
        page.append("<h3>").append(escaped(title)).append("</h3><table><thead>");
        cells("th", columns);
        page.append("</thead><tbody>");
    }

    private void row(String... cells) {
        cells("td", cells);
    }

    private void cells(String tag, String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append('<').append(tag).append('>').append(escaped(cell));
            page.append("</").append(tag).append('>');
        }
        page.append("</tr>");
    }

    private void end() {
        page.append("</tbody></table>");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
