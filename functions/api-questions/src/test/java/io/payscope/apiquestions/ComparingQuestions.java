package io.payscope.apiquestions;

import io.payscope.apiquestions.KnownQuestion.Expected;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.PayeeKind;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Questions across parts of the bank, and beyond its newest row: rankings, comparisons, forecasts. */
final class ComparingQuestions {

    private final KnownBank bank;
    private final List<KnownQuestion> questions = new ArrayList<>();

    /** @param model of the bank's forecasts, whose own values are summed here */
    ComparingQuestions(KnownBank bank, ForecastModel model) {
        this.bank = bank;
        rankings();
        comparisons();
        forecast(
                "Forecast the number of payments for the next 7 days",
                Measure.COUNT,
                model.series().get(0),
                7);
        forecast(
                "What amount do you expect next week?",
                Measure.AMOUNT,
                model.series().get(1),
                7);
        forecast(
                "How many frauds will there be in the next 3 days?",
                Measure.FRAUD_COUNT,
                model.series().get(2),
                3);
        forecast(
                "Predict the volume of tomorrow", Measure.AMOUNT, model.series().get(1), 1);
    }

    List<KnownQuestion> questions() {
        return List.copyOf(questions);
    }

    private void rankings() {
        Predicate<CanonicalTransaction> merchant = row -> row.payeeKind() == PayeeKind.MERCHANT;
        rank(
                "Which merchant received the most payments?",
                Measure.TOP_MERCHANTS,
                1,
                merchant,
                CanonicalTransaction::payeeId,
                key -> "merchant-profile:" + key);
        rank(
                "Who are the top 3 merchants?",
                Measure.TOP_MERCHANTS,
                3,
                merchant,
                CanonicalTransaction::payeeId,
                key -> "merchant-profile:" + key);
        rank(
                "Which account made the most payments?",
                Measure.TOP_PAYERS,
                1,
                _ -> true,
                CanonicalTransaction::payerId,
                key -> "account-profile:payer:" + key);
        rank(
                "What are the top 2 payers?",
                Measure.TOP_PAYERS,
                2,
                _ -> true,
                CanonicalTransaction::payerId,
                key -> "account-profile:payer:" + key);
        rank(
                "What was the busiest day?",
                Measure.BUSIEST_DAY,
                1,
                _ -> true,
                row -> row.occurredAt().truncatedTo(ChronoUnit.DAYS).toString(),
                key -> "daily-summary:" + key.substring(0, 10));
        rank(
                "Which day had the most transactions?",
                Measure.BUSIEST_DAY,
                1,
                _ -> true,
                row -> row.occurredAt().truncatedTo(ChronoUnit.DAYS).toString(),
                key -> "daily-summary:" + key.substring(0, 10));
        rank(
                "What was the busiest hour?",
                Measure.BUSIEST_HOUR,
                1,
                _ -> true,
                row -> row.occurredAt().truncatedTo(ChronoUnit.HOURS).toString(),
                key -> "daily-summary:" + key.substring(0, 10));
        rank(
                "Which channel has the most transactions?",
                Measure.TOP_CHANNELS,
                1,
                _ -> true,
                CanonicalTransaction::channel,
                _ -> "report-summary");
    }

    private void comparisons() {
        List<LocalDate> days = bank.busiestDays();
        List<String> merchants = bank.top(row -> row.payeeKind() == PayeeKind.MERCHANT, CanonicalTransaction::payeeId);
        compareDays("Compare the number of payments on %s and %s", Measure.COUNT, days.get(0), days.get(1));
        compareDays(
                "What is the difference in total amount between %s and %s?", Measure.AMOUNT, days.get(2), days.get(3));
        compareDays("Compare the frauds of %s with those of %s", Measure.FRAUD_COUNT, days.get(4), days.get(5));
        compare(
                "Compare the amount received by %s and %s".formatted(merchants.get(0), merchants.get(1)),
                Measure.AMOUNT,
                Map.of(
                        merchants.get(0),
                        KnownTruth.of(merchants.get(0)),
                        merchants.get(1),
                        KnownTruth.of(merchants.get(1))),
                merchants.get(0),
                merchants.get(1),
                Set.of("merchant-profile:" + merchants.get(0), "merchant-profile:" + merchants.get(1)));
        compare(
                "Compare the number of transactions by card and cash",
                Measure.COUNT,
                Map.of("card", row -> row.channel().equals("card"), "cash", row -> row.channel()
                        .equals("cash")),
                "card",
                "cash",
                Set.of("report-summary"));
    }

    private void forecast(String text, Measure measure, SeriesModel series, int days) {
        double[][] edges = series.interval(80, days);
        String name = "forecast " + measure.title();
        questions.add(new KnownQuestion(
                text,
                Intent.FORECAST,
                List.of(
                        new Expected(name, "", KnownTruth.total(series.forecast(days))),
                        new Expected(name + ", lower end", "", KnownTruth.total(edges[0])),
                        new Expected(name + ", upper end", "", KnownTruth.total(edges[1]))),
                Set.of("report-summary")));
    }

    private void compareDays(String text, Measure measure, LocalDate first, LocalDate second) {
        BigDecimal before = KnownTruth.value(measure, bank.where(KnownTruth.on(first)));
        BigDecimal after = KnownTruth.value(measure, bank.where(KnownTruth.on(second)));
        questions.add(new KnownQuestion(
                text.formatted(first, second),
                Intent.COMPARE,
                List.of(
                        new Expected(measure.title(), "", before),
                        new Expected(measure.title(), "", after),
                        new Expected("difference in " + measure.title(), "", after.subtract(before))),
                Set.of("daily-summary:" + first, "daily-summary:" + second)));
    }

    private void compare(
            String text,
            Measure measure,
            Map<String, Predicate<CanonicalTransaction>> parts,
            String first,
            String second,
            Set<String> documents) {
        BigDecimal before = KnownTruth.value(measure, bank.where(parts.get(first)));
        BigDecimal after = KnownTruth.value(measure, bank.where(parts.get(second)));
        List<Expected> figures = new ArrayList<>(List.of(
                new Expected(measure.title(), first, before),
                new Expected(measure.title(), second, after),
                new Expected("difference in " + measure.title(), second + " less " + first, after.subtract(before))));
        bank.counterparties(parts.keySet()).forEach((party, others) -> {
            if (others > 0) {
                figures.add(new Expected("different counterparties", party, BigDecimal.valueOf(others)));
            }
        });
        questions.add(new KnownQuestion(text, Intent.COMPARE, figures, documents));
    }

    private void rank(
            String text,
            Measure measure,
            int limit,
            Predicate<CanonicalTransaction> condition,
            Function<CanonicalTransaction, String> key,
            Function<String, String> document) {
        List<Map.Entry<String, Long>> ranked = KnownBank.ranked(
                        bank.where(condition).stream().map(key).toList())
                .subList(0, limit);
        questions.add(new KnownQuestion(
                text,
                Intent.DESCRIBE,
                ranked.stream()
                        .map(entry ->
                                new Expected(measure.title(), entry.getKey(), BigDecimal.valueOf(entry.getValue())))
                        .toList(),
                ranked.stream().map(entry -> document.apply(entry.getKey())).collect(Collectors.toSet())));
    }
}
