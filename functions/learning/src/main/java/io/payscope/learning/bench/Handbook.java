package io.payscope.learning.bench;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.learning.boost.ShapeSearch;
import io.payscope.learning.data.LabelledRows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code bench/handbook}: measures our models by the protocol of the Fraud Detection Handbook and prints the
 * results beside the published ones. Exit code 0 if accepted or not judged, 1 if not accepted, 2 on a fault.
 */
public final class Handbook {

    private static final LocalDate BASELINE = LocalDate.parse("2018-07-25");
    private static final String BOOK = "ours, the book's 15 features";
    private static final String OWN = "ours, own features";

    private final HandbookOptions options;
    private final PrintStream out;

    private Handbook(HandbookOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @param arguments {@code DIR [--features book|own] [--train-start DATE,...] [--json FILE]} */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        try {
            return new Handbook(HandbookOptions.parse(arguments), out).measure() ? 0 : 1;
        } catch (Fault fault) {
            out.println(fault.getMessage());
            return 2;
        }
    }

    private boolean measure() throws IOException {
        long start = System.nanoTime();
        LocalDate from = options.validationStarts().getLast();
        LocalDate to = options.starts().getFirst().plusDays(Fold.DAYS);
        HandbookFile file = HandbookFile.in(options.folder());
        try (HandbookRows rows = HandbookRows.read(file, from, to)) {
            out.printf(Locale.ROOT, "%s: %,d rows, features in %.1f s%n", file.path(), rows.total(), since(start));
            HandbookReport report = report(rows);
            report.print(out);
            out.printf(Locale.ROOT, "%.0f s in all%n", since(start));
            if (options.json() != null) {
                Files.writeString(options.json(), report.json());
            }
            return report.accepted();
        }
    }

    private HandbookReport report(HandbookRows rows) {
        List<Fold> validation = folds(rows, options.validationStarts());
        List<Fold> test = folds(rows, options.starts());
        int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
        Prequential prequential = new Prequential(rows, threads);
        List<Measured> measured = new ArrayList<>();
        if (options.own()) {
            measured.add(boosted(prequential, OWN, rows.own(), validation, test));
        }
        if (options.book()) {
            measured.add(boosted(prequential, BOOK, rows.book(), validation, test));
            measured.add(new Measured("logistic regression", Prequential.each(test, prequential::logistic)));
            measured.add(new Measured("one tree of depth 2", Prequential.each(test, prequential::smallTree)));
            measured.add(new Measured("one rule: amount above 220", Prequential.each(test, prequential::rule)));
            measured.add(new Measured("random", Prequential.each(test, prequential::random)));
        }
        int baseline = options.starts().indexOf(BASELINE);
        List<Measured> week = baseline < 0
                ? List.of()
                : measured.stream()
                        .map(model -> new Measured(
                                model.model(), List.of(model.folds().get(baseline))))
                        .toList();
        return new HandbookReport(measured, week, options.ofTheBook() ? criteria(measured, week) : List.of());
    }

    private Measured boosted(
            Prequential prequential, String name, LabelledRows features, List<Fold> validation, List<Fold> test) {
        long start = System.nanoTime();
        ShapeSearch.Choice choice = prequential.choose(features, validation);
        out.printf(Locale.ROOT, "%n%s: searched on validation folds in %.0f s%n", name, since(start));
        for (ShapeSearch.Trial trial : choice.trials()) {
            String mark = trial.equals(choice.best()) ? "*" : " ";
            out.printf(Locale.ROOT, " %s AP %.4f  %s%n", mark, trial.quality(), trial.describe());
        }
        return new Measured(
                name, Prequential.each(test, fold -> prequential.boosted(features, fold, choice.parameters())));
    }

    private static List<Criterion> criteria(List<Measured> measured, List<Measured> week) {
        List<Criterion> criteria = new ArrayList<>();
        Measured book = find(measured, BOOK);
        Measured own = find(measured, OWN);
        if (book != null) {
            criteria.add(new Criterion("prequential AP, book's features", book.averagePrecision(), 0.685));
            criteria.add(new Criterion("prequential AUC, book's features", book.rocAuc(), 0.870));
            criteria.add(new Criterion("prequential CP@100, book's features", book.cardPrecision(), 0.300));
            Measured baseline = week.get(measured.indexOf(book));
            criteria.add(new Criterion("baseline week AP, book's features", baseline.averagePrecision(), 0.66));
            criteria.add(new Criterion("baseline week AUC, book's features", baseline.rocAuc(), 0.86));
        }
        if (book != null && own != null) {
            double gain = 0;
            for (int i = 0; i < own.folds().size(); i++) {
                gain += own.folds().get(i).averagePrecision()
                        - book.folds().get(i).averagePrecision();
            }
            criteria.add(new Criterion(
                    "own features' AP above the book's, paired",
                    gain / own.folds().size(),
                    0.005));
        } else if (own != null) {
            criteria.add(new Criterion("prequential AP, own features", own.averagePrecision(), 0.690));
        }
        return criteria;
    }

    private static @Nullable Measured find(List<Measured> measured, String name) {
        return measured.stream()
                .filter(model -> model.model().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Fold> folds(HandbookRows rows, List<LocalDate> starts) {
        return starts.stream()
                .map(start -> {
                    Fold fold = Fold.of(rows, start);
                    if (fold.train().size() == 0 || fold.kept().isEmpty()) {
                        throw new ConfigFault("training from " + start + ": expected rows in its training week and in"
                                + " the week two weeks later, found none; see --train-start");
                    }
                    return fold;
                })
                .toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
