package io.payscope.loadvectors;

import io.payscope.core.port.Document;
import java.util.ArrayList;
import java.util.List;

/** Chooses which documents of a bank are kept: every kind has its share, and what one leaves unused the others get. */
final class BankDocuments {

    private static final List<DocumentKind> KINDS = List.of(
            new ReportSummary(), new DailySummary(), new MerchantProfile(), new AccountProfile(), new FraudCase());

    private BankDocuments() {}

    /** @return at most as many as the budget allows, by kind and rank; none of a bank without transactions */
    static List<Document> write(BankFacts facts) {
        List<List<Document>> ranked =
                KINDS.stream().map(kind -> kind.ranked(facts)).toList();
        int[] kept = Quotas.share(
                facts.budget(),
                KINDS.stream().mapToInt(DocumentKind::weight).toArray(),
                ranked.stream().mapToInt(List::size).toArray());
        List<Document> documents = new ArrayList<>();
        for (int kind = 0; kind < kept.length; kind++) {
            documents.addAll(ranked.get(kind).subList(0, kept[kind]));
        }
        return documents;
    }
}
