package io.payscope.apiquestions;

import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.core.port.MetadataFilter;
import io.payscope.core.port.MetadataFilter.AllOf;
import io.payscope.core.port.MetadataFilter.AnyValue;
import io.payscope.core.port.MetadataFilter.OneOf;
import java.util.ArrayList;
import java.util.List;

/** Which documents can bear on a question. */
final class DocumentFilter {

    /** Longer periods have no day of their own to speak of. */
    private static final int MOST_DAYS = 366;

    private DocumentFilter() {}

    static MetadataFilter of(Asked asked) {
        List<Measure> measures = asked.measures();
        if (!asked.parties().isEmpty()) {
            return new OneOf(List.of(
                    new AnyValue("merchant_id", asked.parties()),
                    new AnyValue("account_id", asked.parties()),
                    new AnyValue("payee_id", asked.parties())));
        }
        if (measures.contains(Measure.TOP_MERCHANTS)) {
            return kind("merchant-profile");
        }
        if (measures.contains(Measure.TOP_PAYERS)) {
            return kind("account-profile");
        }
        boolean fraud = measures.contains(Measure.LARGEST_FRAUD);
        List<String> days = new ArrayList<>();
        asked.periods().stream()
                .filter(period -> period.length() <= MOST_DAYS)
                .forEach(period -> days.addAll(period.days()));
        if (asked.wholeBank() || days.isEmpty()) {
            return fraud ? kind("fraud-case") : kind("report-summary");
        }
        MetadataFilter dated = new AnyValue("date", days.stream().distinct().toList());
        return fraud ? new AllOf(List.of(kind("fraud-case"), dated)) : new AllOf(List.of(kind("daily-summary"), dated));
    }

    private static MetadataFilter kind(String kind) {
        return new AnyValue("kind", List.of(kind));
    }
}
