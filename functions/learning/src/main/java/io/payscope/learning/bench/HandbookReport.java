package io.payscope.learning.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Results as text for a terminal and as JSON. */
final class HandbookReport {

    private final List<Measured> prequential;
    private final List<Measured> baseline;
    private final List<Criterion> criteria;

    /**
     * @param prequential means over the test folds
     * @param baseline the week of chapter 3 alone, or empty if it is not among the folds
     * @param criteria of the acceptance, or empty if the folds are not the book's
     */
    HandbookReport(List<Measured> prequential, List<Measured> baseline, List<Criterion> criteria) {
        this.prequential = List.copyOf(prequential);
        this.baseline = List.copyOf(baseline);
        this.criteria = List.copyOf(criteria);
    }

    boolean accepted() {
        return criteria.stream().allMatch(Criterion::met);
    }

    void print(PrintStream out) {
        table(out, "Prequential test folds", prequential, Published.PREQUENTIAL);
        if (!baseline.isEmpty()) {
            table(out, "Baseline week, training from 2018-07-25", baseline, Published.BASELINE);
        }
        out.println();
        criteria.forEach(out::println);
        out.println(
                criteria.isEmpty()
                        ? "no verdict: the acceptance is about the book's test folds"
                        : accepted() ? "accepted" : "NOT accepted");
    }

    private static void table(PrintStream out, String title, List<Measured> measured, List<Published> published) {
        out.printf(Locale.ROOT, "%n%-44s %-16s %-16s %-16s%n", title, "AP", "AUC ROC", "CP@100");
        for (Measured model : measured) {
            out.printf(
                    Locale.ROOT,
                    "%-44s %-16s %-16s %-16s%n",
                    model.model(),
                    spread(model, FoldScore::averagePrecision),
                    spread(model, FoldScore::rocAuc),
                    spread(model, FoldScore::cardPrecision));
        }
        for (Published row : published) {
            out.printf(
                    Locale.ROOT,
                    "%-44s %-16.3f %-16.3f %-16.3f%n",
                    "published: " + row.model(),
                    row.averagePrecision(),
                    row.rocAuc(),
                    row.cardPrecision());
        }
    }

    private static String spread(Measured model, ToDoubleFunction<FoldScore> value) {
        return model.folds().size() == 1
                ? String.format(Locale.ROOT, "%.3f", model.mean(value))
                : String.format(Locale.ROOT, "%.3f +/- %.3f", model.mean(value), model.deviation(value));
    }

    String json() {
        List<String> models = new ArrayList<>();
        for (Measured model : prequential) {
            List<String> folds = model.folds().stream()
                    .map(fold -> String.format(
                            Locale.ROOT,
                            "{\"averagePrecision\":%.6f,\"rocAuc\":%.6f,\"cardPrecision100\":%.6f}",
                            fold.averagePrecision(),
                            fold.rocAuc(),
                            fold.cardPrecision()))
                    .toList();
            models.add(String.format(
                    Locale.ROOT,
                    "{\"model\":\"%s\",\"averagePrecision\":%.6f,\"rocAuc\":%.6f,\"cardPrecision100\":%.6f,\"folds\":[%s]}",
                    model.model(),
                    model.averagePrecision(),
                    model.rocAuc(),
                    model.cardPrecision(),
                    String.join(",", folds)));
        }
        List<String> checks = criteria.stream()
                .map(check -> String.format(
                        Locale.ROOT,
                        "{\"name\":\"%s\",\"found\":%.6f,\"least\":%.6f,\"met\":%b}",
                        check.name(),
                        check.found(),
                        check.least(),
                        check.met()))
                .toList();
        return "{\"models\":[" + String.join(",\n", models) + "],\n\"criteria\":[" + String.join(",\n", checks)
                + "],\n\"accepted\":" + (criteria.isEmpty() ? "null" : accepted()) + "}\n";
    }
}
