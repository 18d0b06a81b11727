package io.payscope.loadvectors;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.model.TimeBucket;
import io.payscope.core.port.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One transaction labelled fraud; the largest come first. */
record FraudCase() implements DocumentKind {

    static final String KIND = "fraud-case";

    /** What ISO 4217 has for no currency. */
    private static final String NO_CURRENCY = "XXX";

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public List<Document> ranked(BankFacts facts) {
        Map<String, TimeBucket> days = facts.days().stream()
                .collect(Collectors.toMap(day -> Figures.dayKey(day.start()), Function.identity()));
        List<Document> documents = new ArrayList<>();
        for (CanonicalTransaction fraud : facts.frauds()) {
            documents.add(write(facts, fraud, documents.size() + 1, days.get(Figures.dayKey(fraud.occurredAt()))));
        }
        return documents;
    }

    private static Document write(BankFacts facts, CanonicalTransaction fraud, int rank, @Nullable TimeBucket day) {
        String text = ("Fraud case: transaction %s of bank %s, %s fraud, on %s at %s UTC: %s%s by %s%s%s.%s")
                .formatted(
                        OutsideText.quoted(fraud.transactionId()),
                        facts.bank(),
                        rank == 1 ? "the largest" : "number " + rank + " by amount of labelled",
                        Figures.day(fraud.occurredAt()),
                        Figures.time(fraud.occurredAt()),
                        Figures.amount(fraud.amount()),
                        fraud.currency().equals(NO_CURRENCY) ? "" : " " + fraud.currency(),
                        OutsideText.quoted(fraud.channel()),
                        party(" from account ", fraud.payerId()),
                        party(payee(fraud.payeeKind()), fraud.payeeId()),
                        day == null
                                ? ""
                                : " That day " + Figures.share(day.frauds(), day.volume())
                                        + " of the transactions are labelled fraud.");
        return new DocumentBuilder(KIND, facts.bank())
                .link("transaction_id", fraud.transactionId())
                .link("date", Figures.dayKey(fraud.occurredAt()))
                .link("account_id", fraud.payerId())
                .link(fraud.payeeKind() == PayeeKind.MERCHANT ? "merchant_id" : "payee_id", fraud.payeeId())
                .build(OutsideText.key(fraud.transactionId()), text);
    }

    private static String payee(PayeeKind kind) {
        return switch (kind) {
            case MERCHANT -> " to merchant ";
            case ACCOUNT -> " to account ";
            case UNKNOWN -> " to ";
        };
    }

    private static String party(String before, @Nullable String id) {
        return id == null ? "" : before + OutsideText.quoted(id);
    }
}
