package io.payscope.loadvectors;

import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.Document;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One day of a bank; the days with most transactions come first. */
record DailySummary() implements DocumentKind {

    static final String KIND = "daily-summary";

    private static final Comparator<TimeBucket> BUSIEST_FIRST =
            Comparator.comparingLong(TimeBucket::volume).reversed().thenComparing(TimeBucket::start);

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public List<Document> ranked(BankFacts facts) {
        Map<String, TimeBucket> busiestHours = facts.hours().stream()
                .collect(Collectors.toMap(
                        hour -> Figures.dayKey(hour.start()),
                        Function.identity(),
                        BinaryOperator.minBy(BUSIEST_FIRST)));
        return facts.days().stream()
                .sorted(BUSIEST_FIRST)
                .map(day -> write(facts, day, busiestHours))
                .toList();
    }

    private static Document write(BankFacts facts, TimeBucket day, Map<String, TimeBucket> busiestHours) {
        String key = Figures.dayKey(day.start());
        BigDecimal typical = BigDecimal.valueOf(day.volume())
                .multiply(BigDecimal.valueOf(facts.days().size()))
                .divide(BigDecimal.valueOf(facts.volume()), 1, RoundingMode.HALF_UP);
        TimeBucket hour = busiestHours.get(key);
        String text = ("Daily summary: what happened on %s in bank %s. Volume: %s transactions. Amount: %s; average"
                        + " amount: %s. Activity: %s times the average day. Labelled fraud: %s.%s")
                .formatted(
                        Figures.day(day.start()),
                        facts.bank(),
                        Figures.count(day.volume()),
                        Figures.amount(day.amount()),
                        Figures.average(day.amount(), day.volume()),
                        typical,
                        Figures.share(day.frauds(), day.volume()),
                        hour == null ? "" : " " + busiestHour(hour));
        return new DocumentBuilder(KIND, facts.bank()).link("date", key).build(key, text);
    }

    private static String busiestHour(TimeBucket hour) {
        return "Busiest hour: from %s UTC, %s transactions."
                .formatted(Figures.time(hour.start()), Figures.count(hour.volume()));
    }
}
