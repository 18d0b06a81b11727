package io.payscope.apiquestions;

import io.payscope.apiquestions.KnownQuestion.Expected;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.PayeeKind;
import io.payscope.wire.json.Hashes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Questions about one part of the bank: a day, a period, a merchant, an account, or all of it. */
final class DescribingQuestions {

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private final KnownBank bank;
    private final List<KnownQuestion> questions = new ArrayList<>();

    DescribingQuestions(KnownBank bank) {
        this.bank = bank;
        aboutDays();
        aboutMerchants();
        aboutAccounts();
        aboutTheBank();
        aboutPeriods();
    }

    List<KnownQuestion> questions() {
        return List.copyOf(questions);
    }

    private void aboutDays() {
        List<LocalDate> days = bank.busiestDays();
        String[] count = {
            "How many payments were there on %s?",
            "How many transactions did we have on %s?",
            "What was the number of payments on %s?"
        };
        for (int i = 0; i < count.length; i++) {
            ask(
                    count[i].formatted(days.get(i)),
                    KnownTruth.on(days.get(i)),
                    List.of(Measure.COUNT),
                    KnownTruth.daily(days.get(i)));
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
        ask(text.formatted(day.format(format)), KnownTruth.on(day), List.of(measure), KnownTruth.daily(day));
    }

    private void aboutMerchants() {
        List<String> merchants = bank.top(row -> row.payeeKind() == PayeeKind.MERCHANT, CanonicalTransaction::payeeId);
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
        List<String> payees = bank.top(row -> row.payeeKind() == PayeeKind.ACCOUNT, CanonicalTransaction::payeeId);
        List<String> payers = bank.top(_ -> true, CanonicalTransaction::payerId);
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
                .map(KnownTruth::day)
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

    private void period(String text, Measure measure, LocalDate first, LocalDate last) {
        Set<String> documents = first.datesUntil(last.plusDays(1))
                .map(date -> "daily-summary:" + date)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ask(
                text,
                row -> !KnownTruth.day(row).isBefore(first)
                        && !KnownTruth.day(row).isAfter(last),
                List.of(measure),
                documents);
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
        List<Expected> figures =
                new ArrayList<>(KnownTruth.expected(measures, party, bank.where(KnownTruth.of(party))));
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
                text, Intent.DESCRIBE, KnownTruth.expected(measures, subject, bank.where(condition)), documents));
    }
}
