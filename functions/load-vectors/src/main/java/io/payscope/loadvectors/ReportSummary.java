package io.payscope.loadvectors;

import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.Document;
import java.util.Comparator;
import java.util.List;

/** The whole bank in one document. */
record ReportSummary() implements DocumentKind {

    static final String KIND = "report-summary";

    @Override
    public int weight() {
        return 0;
    }

    @Override
    public List<Document> ranked(BankFacts facts) {
        return facts.days().isEmpty() ? List.of() : List.of(write(facts));
    }

    private static Document write(BankFacts facts) {
        TimeBucket first = facts.days().getFirst();
        TimeBucket last = facts.days().getLast();
        TimeBucket busiest = facts.days().stream()
                .max(Comparator.comparingLong(TimeBucket::volume)
                        .thenComparing(TimeBucket::start, Comparator.reverseOrder()))
                .orElseThrow();
        String text = ("Report summary: overview of the whole bank %s. Total volume: %s transactions. Total amount: %s;"
                        + " average amount: %s. Period: %s days, from %s to %s. Total labelled fraud: %s."
                        + " Busiest day: %s with %s transactions amounting to %s.")
                .formatted(
                        facts.bank(),
                        Figures.count(facts.volume()),
                        Figures.amount(facts.amount()),
                        Figures.average(facts.amount(), facts.volume()),
                        Figures.count(facts.days().size()),
                        Figures.day(first.start()),
                        Figures.day(last.start()),
                        Figures.share(facts.fraudCount(), facts.volume()),
                        Figures.day(busiest.start()),
                        Figures.count(busiest.volume()),
                        Figures.amount(busiest.amount()));
        return new DocumentBuilder(KIND, facts.bank())
                .link("period_start", Figures.dayKey(first.start()))
                .link("period_end", Figures.dayKey(last.start()))
                .build("", text);
    }
}
