package io.payscope.apiquestions;

import io.payscope.apiquestions.KnownQuestion.Expected;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.PayeeKind;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.wire.json.Hashes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Questions about a bank whose rows are known, with the answers that one pass over those rows gives. Documents are kept
 * for what is large or frequent, so that is what is asked about.
 */
final class QuestionSet {

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final KnownBank bank;
    private final List<KnownQuestion> questions = new ArrayList<>();

    /** @param model of the bank's forecasts, whose own values are summed here */
    QuestionSet(KnownBank bank, ForecastModel model) {
        this.bank = bank;
        aboutDays();
        aboutMerchants();
        aboutAccounts();
        aboutTheBank();
        aboutPeriods();
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

    private void aboutDays() {
        List<LocalDate> days = busiest(row -> day(row).toString()).stream()
                .map(LocalDate::parse)
                .toList();
        String[] count = {
            "How many payments were there on %s?",
            "How many transactions did we have on %s?",
            "What was the number of payments on %s?"
        };
        for (int i = 0; i < count.length; i++) {
            ask(count[i].formatted(days.get(i)), on(days.get(i)), List.of(Measure.COUNT), daily(days.get(i)));
        }
        one("What was the total amount on %s?", Measure.AMOUNT, days.get(3), LONG_DATE);
        one("How much money was paid on %s?", Measure.AMOUNT, days.get(4), US_DATE);
        one("How much was spent on %s?", Measure.AMOUNT, days.get(5), DateTimeFormatter.ISO_LOCAL_DATE);
        one("What was the average payment on %s?", Measure.AVERAGE, days.get(6), US_DATE);
        one("What was the mean transaction value on %s?", Measure.AVERAGE, days.get(7), LONG_DATE);
        one("How many frauds were there on %s?", Measure.FRAUD_COUNT, days.get(0), LONG_DATE);
        one("How many fraudulent payments were made on %s?", Measure.FRAUD_COUNT, days.get(1), US_DATE);
        one("What share of the transactions on %s was fraud?", Measure.FRAUD_RATE, days.get(2), LONG_DATE);
        one("What was the fraud rate on %s?", Measure.FRAUD_RATE, days.get(3), DateTimeFormatter.ISO_LOCAL_DATE);
        one("How much money was lost to fraud on %s?", Measure.FRAUD_AMOUNT, days.get(4), LONG_DATE);
        one("How many different payers were there on %s?", Measure.PAYERS, days.get(5), LONG_DATE);
        one("How many distinct payees were there on %s?", Measure.PAYEES, days.get(6), US_DATE);
    }

    private void one(String text, Measure measure, LocalDate day, DateTimeFormatter format) {
        ask(text.formatted(day.format(format)), on(day), List.of(measure), daily(day));
    }

    private void aboutMerchants() {
        List<String> merchants = top(row -> row.payeeKind() == PayeeKind.MERCHANT, CanonicalTransaction::payeeId);
        party("How many payments did %s receive?", Measure.COUNT, merchants.get(0));
        party("How many payments did merchant %s receive?", Measure.COUNT, merchants.get(1));
        party("How much did the merchant %s receive?", Measure.AMOUNT, merchants.get(2));
        party("What is the total amount paid to %s?", Measure.AMOUNT, merchants.get(4));
        party("What is the average payment to merchant %s?", Measure.AVERAGE, merchants.get(5));
        party("How many frauds were there at %s?", Measure.FRAUD_COUNT, merchants.get(6));
        party("What is the fraud rate of merchant %s?", Measure.FRAUD_RATE, merchants.get(1));
        party("How much was paid to \"%s\"?", Measure.AMOUNT, KnownBank.EVIL);
        List<Measure> profile = List.of(Measure.COUNT, Measure.AMOUNT, Measure.AVERAGE, Measure.FRAUD_COUNT);
        partyProfile("Tell me about merchant %s", profile, merchants.get(0));
        partyProfile("What do you know about \"%s\"?", profile, KnownBank.EVIL);
    }

    private void aboutAccounts() {
        List<String> payees = top(row -> row.payeeKind() == PayeeKind.ACCOUNT, CanonicalTransaction::payeeId);
        List<String> payers = top(_ -> true, CanonicalTransaction::payerId);
        account("How much did account %s receive?", Measure.AMOUNT, payees.get(0), "payee");
        account("How many payments went to account %s?", Measure.COUNT, payees.get(1), "payee");
        account("How much did %s pay?", Measure.AMOUNT, payers.get(0), "payer");
        account("How many transactions did account %s make?", Measure.COUNT, payers.get(1), "payer");
    }

    private void aboutTheBank() {
        Set<String> summary = Set.of("report-summary");
        ask("How many transactions are there?", _ -> true, List.of(Measure.COUNT), summary);
        ask("What is the total turnover?", _ -> true, List.of(Measure.AMOUNT), summary);
        ask("What is the overall fraud rate?", _ -> true, List.of(Measure.FRAUD_RATE), summary);
        ask("How many fraud cases are there in total?", _ -> true, List.of(Measure.FRAUD_COUNT), summary);
        ask("How many different paying accounts are there?", _ -> true, List.of(Measure.PAYERS), summary);
        ask(
                "Give me an overview of the whole bank",
                _ -> true,
                List.of(Measure.COUNT, Measure.AMOUNT, Measure.AVERAGE, Measure.FRAUD_COUNT),
                summary);
        ask(
                "How many payments were made by transfer?",
                row -> row.channel().equals("transfer"),
                "transfer",
                List.of(Measure.COUNT),
                summary);
        CanonicalTransaction largest = bank.where(row -> row.label() == Label.FRAUD).stream()
                .max(Comparator.comparing(CanonicalTransaction::amount))
                .orElseThrow();
        ask(
                "What was the largest fraud?",
                _ -> true,
                List.of(Measure.LARGEST_FRAUD),
                Set.of("fraud-case:" + largest.transactionId()));
    }

    private void aboutPeriods() {
        LocalDate last = bank.rows().stream()
                .map(QuestionSet::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate from = last.minusDays(6);
        period("How many payments were there last week?", Measure.COUNT, from, last);
        period("How much was paid in the last 3 days?", Measure.AMOUNT, last.minusDays(2), last);
        period(
                "How many frauds were there between %s and %s?".formatted(from, from.plusDays(3)),
                Measure.FRAUD_COUNT,
                from,
                from.plusDays(3));
        period(
                "What was the average payment from %s to %s?"
                        .formatted(from.format(LONG_DATE), from.plusDays(1).format(LONG_DATE)),
                Measure.AVERAGE,
                from,
                from.plusDays(1));
        period(
                "How many transactions were there in April 2025?",
                Measure.COUNT,
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2025, 4, 30));
        period(
                "What was the fraud rate in 2025-03?",
                Measure.FRAUD_RATE,
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2025, 3, 31));
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
        List<LocalDate> days = busiest(row -> day(row).toString()).stream()
                .map(LocalDate::parse)
                .toList();
        List<String> merchants = top(row -> row.payeeKind() == PayeeKind.MERCHANT, CanonicalTransaction::payeeId);
        compareDays("Compare the number of payments on %s and %s", Measure.COUNT, days.get(0), days.get(1));
        compareDays(
                "What is the difference in total amount between %s and %s?", Measure.AMOUNT, days.get(2), days.get(3));
        compareDays("Compare the frauds of %s with those of %s", Measure.FRAUD_COUNT, days.get(4), days.get(5));
        compare(
                "Compare the amount received by %s and %s".formatted(merchants.get(0), merchants.get(1)),
                Measure.AMOUNT,
                Map.of(merchants.get(0), of(merchants.get(0)), merchants.get(1), of(merchants.get(1))),
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
                        new Expected(name, "", total(series.forecast(days))),
                        new Expected(name + ", lower end", "", total(edges[0])),
                        new Expected(name + ", upper end", "", total(edges[1]))),
                Set.of("report-summary")));
    }

    private static BigDecimal total(double[] values) {
        return BigDecimal.valueOf(Arrays.stream(values).sum()).setScale(4, RoundingMode.HALF_UP);
    }

    private void compareDays(String text, Measure measure, LocalDate first, LocalDate second) {
        BigDecimal before = value(measure, bank.where(on(first)));
        BigDecimal after = value(measure, bank.where(on(second)));
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
        BigDecimal before = value(measure, bank.where(parts.get(first)));
        BigDecimal after = value(measure, bank.where(parts.get(second)));
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

    private void period(String text, Measure measure, LocalDate first, LocalDate last) {
        Set<String> documents = first.datesUntil(last.plusDays(1))
                .map(date -> "daily-summary:" + date)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ask(text, row -> !day(row).isBefore(first) && !day(row).isAfter(last), List.of(measure), documents);
    }

    private void party(String text, Measure measure, String party) {
        partyProfile(text, List.of(measure), party);
    }

    private void partyProfile(String text, List<Measure> measures, String party) {
        String id = party.equals(KnownBank.EVIL) ? evilDocument() : "merchant-profile:" + party;
        about(text, measures, party, id);
    }

    /** A name that is no plain key is part of the document's id with a hash of the whole. */
    private static String evilDocument() {
        return "merchant-profile:" + KnownBank.EVIL.replace(' ', '_') + "~"
                + Hashes.sha256(KnownBank.EVIL).substring(0, 16);
    }

    private void account(String text, Measure measure, String party, String side) {
        about(text, List.of(measure), party, "account-profile:" + side + ":" + party);
    }

    private void about(String text, List<Measure> measures, String party, String document) {
        List<Expected> figures = new ArrayList<>(expected(measures, party, bank.where(of(party))));
        figures.add(new Expected(
                "different counterparties",
                party,
                BigDecimal.valueOf(bank.counterparties(List.of(party)).get(party))));
        questions.add(new KnownQuestion(text.formatted(party), Intent.DESCRIBE, figures, Set.of(document)));
    }

    private void ask(
            String text, Predicate<CanonicalTransaction> condition, List<Measure> measures, Set<String> documents) {
        ask(text, condition, "", measures, documents);
    }

    private void ask(
            String text,
            Predicate<CanonicalTransaction> condition,
            String subject,
            List<Measure> measures,
            Set<String> documents) {
        questions.add(new KnownQuestion(
                text, Intent.DESCRIBE, expected(measures, subject, bank.where(condition)), documents));
    }

    private static List<Expected> expected(List<Measure> measures, String subject, List<CanonicalTransaction> rows) {
        return measures.stream()
                .map(measure -> new Expected(measure.title(), subject, value(measure, rows)))
                .toList();
    }

    private static BigDecimal value(Measure measure, List<CanonicalTransaction> rows) {
        List<CanonicalTransaction> frauds =
                rows.stream().filter(row -> row.label() == Label.FRAUD).toList();
        return switch (measure) {
            case COUNT -> BigDecimal.valueOf(rows.size());
            case AMOUNT -> sum(rows);
            case AVERAGE -> sum(rows).divide(BigDecimal.valueOf(rows.size()), 4, RoundingMode.HALF_UP);
            case FRAUD_COUNT -> BigDecimal.valueOf(frauds.size());
            case FRAUD_AMOUNT -> sum(frauds);
            case FRAUD_RATE ->
                HUNDRED.multiply(BigDecimal.valueOf(frauds.size()))
                        .divide(BigDecimal.valueOf(rows.size()), 4, RoundingMode.HALF_UP);
            case LARGEST_FRAUD ->
                frauds.stream()
                        .map(CanonicalTransaction::amount)
                        .max(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO);
            case PAYERS ->
                BigDecimal.valueOf(rows.stream()
                        .map(CanonicalTransaction::payerId)
                        .distinct()
                        .count());
            case PAYEES ->
                BigDecimal.valueOf(rows.stream()
                        .map(CanonicalTransaction::payeeId)
                        .distinct()
                        .count());
            case BUSIEST_HOUR, BUSIEST_DAY, TOP_MERCHANTS, TOP_PAYERS, TOP_CHANNELS ->
                throw new IllegalArgumentException(measure + " is a ranking");
        };
    }

    private static BigDecimal sum(List<CanonicalTransaction> rows) {
        return rows.stream().map(CanonicalTransaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> busiest(Function<CanonicalTransaction, String> key) {
        return top(_ -> true, key);
    }

    private List<String> top(Predicate<CanonicalTransaction> condition, Function<CanonicalTransaction, String> key) {
        return KnownBank.ranked(bank.where(condition).stream().map(key).toList()).stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(KnownBank.EVIL))
                .toList();
    }

    private static Predicate<CanonicalTransaction> on(LocalDate date) {
        return row -> day(row).equals(date);
    }

    private static Predicate<CanonicalTransaction> of(String party) {
        return row -> party.equals(row.payerId()) || party.equals(row.payeeId());
    }

    private static Set<String> daily(LocalDate day) {
        return Set.of("daily-summary:" + day);
    }

    private static LocalDate day(CanonicalTransaction row) {
        return row.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
