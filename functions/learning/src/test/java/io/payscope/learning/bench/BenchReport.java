package io.payscope.learning.bench;

import io.payscope.learning.forecast.model.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bench's table as text and as JSON. */
final class BenchReport {

    private static final String HEADER = "%-33s %3s | %7s %7s %7s %7s %7s %7s %7s %7s | %7s %7s %9s | %9s | %s%n"
            .formatted(
                    "series",
                    "H",
                    "naive",
                    "mean4",
                    "smooth",
                    "prophet",
                    "pro+lag",
                    "boosted",
                    "ensMean",
                    "ensMed",
                    "CHOICE",
                    "/naive",
                    "cov80/95",
                    "published",
                    "chosen");

    private BenchReport() {}

    /** @return the table, one line a series and horizon, then the means */
    static String table(List<Evaluation> rows, Verdict verdict) {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(line(row)));
        text.append(format("%-37s | %63s | %7.3f%n", "mean", "", verdict.choice()));
        text.append(format(
                "%nmean MASE: choice %.3f; our prophet %.3f, our boosted %.3f -> ratio to the lower %.3f (aim %.2f)%n",
                verdict.choice(), verdict.additive(), verdict.boosted(), verdict.ratio(), Verdict.AIM));
        if (!Double.isNaN(verdict.publishedRatio())) {
            text.append(format(
                    "published: prophet %.3f, boosted %.3f -> ratio to the lower %.3f (aim %.2f)%n",
                    verdict.publishedAdditive(), verdict.publishedBoosted(), verdict.publishedRatio(), Verdict.AIM));
        }
        text.append(format(
                "coverage of the choice's intervals: %.3f of 0.80, %.3f of 0.95%n",
                rows.stream()
                        .mapToDouble(Evaluation::coverage80)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN),
                rows.stream()
                        .mapToDouble(Evaluation::coverage95)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN)));
        text.append(format(
                "unconverged additive fits: %d of %d; all candidates fitted in %.0f ms an origin on average%n",
                rows.stream().mapToInt(Evaluation::unconverged).sum(),
                rows.stream().mapToInt(Evaluation::fits).sum(),
                rows.stream().mapToDouble(Evaluation::fitMillis).average().orElse(Double.NaN)));
        verdict.failures()
                .forEach(failure -> text.append("NOT MET: ").append(failure).append('\n'));
        return text.append(verdict.failures().isEmpty() ? "acceptance met\n" : "")
                .toString();
    }

    private static String line(Evaluation row) {
        Optional<PublishedForecasts> published = PublishedForecasts.of(row.name(), row.horizon());
        return format(
                "%-33s %3d | %7.3f %7.3f %7.3f %7.3f %7.3f %7.3f %7.3f %7.3f | %7.3f %7.2f  %.2f/%.2f | %9s | %s%n",
                row.name(),
                row.horizon(),
                row.mean(Candidate.SEASONAL_NAIVE),
                row.mean(Candidate.SEASONAL_MEAN),
                row.mean(Candidate.SMOOTHING),
                row.mean(Candidate.ADDITIVE),
                row.mean(Candidate.ADDITIVE_LAGS),
                row.mean(Candidate.BOOSTED),
                row.mean(Candidate.ENSEMBLE_MEAN),
                row.mean(Candidate.ENSEMBLE_MEDIAN),
                row.choice(),
                row.overFloor(),
                row.coverage80(),
                row.coverage95(),
                published
                        .map(one -> format("%.2f/%.2f", one.prophet(), one.boosted()))
                        .orElse("-"),
                row.chosen().entrySet().stream()
                        .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /** @return the same as JSON */
    static String json(List<Evaluation> rows, Verdict verdict) {
        String lines = rows.stream()
                .map(row -> format(
                        "    {\"series\": \"%s\", \"horizon\": %d, \"origins\": %d, \"choice\": %s,"
                                + " \"coverage80\": %s, \"coverage95\": %s, \"unconverged\": %d, \"mase\": {%s}}",
                        row.name().replace("\\", "").replace("\"", ""),
                        row.horizon(),
                        row.origins(),
                        number(row.choice()),
                        number(row.coverage80()),
                        number(row.coverage95()),
                        row.unconverged(),
                        errors(row.means())))
                .collect(Collectors.joining(",\n"));
        return format(
                "{%n  \"rows\": [%n%s%n  ],%n  \"choice\": %s,%n  \"prophet\": %s,%n  \"boosted\": %s,%n"
                        + "  \"ratio\": %s,%n  \"publishedRatio\": %s,%n  \"met\": %s%n}%n",
                lines,
                number(verdict.choice()),
                number(verdict.additive()),
                number(verdict.boosted()),
                number(verdict.ratio()),
                number(verdict.publishedRatio()),
                verdict.failures().isEmpty());
    }

    private static String errors(Map<Candidate, Double> means) {
        return means.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? format("%.4f", value) : "null";
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
