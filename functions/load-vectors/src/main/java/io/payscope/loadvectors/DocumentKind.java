package io.payscope.loadvectors;

import io.payscope.core.port.Document;
import java.util.List;

/** One kind of document. */
sealed interface DocumentKind permits ReportSummary, DailySummary, MerchantProfile, AccountProfile, FraudCase {

    /** @return share of the documents relative to the other kinds; 0 for a kind that is kept whole */
    int weight();

    /** @return every document of this kind that could be kept, the most telling first */
    List<Document> ranked(BankFacts facts);
}
