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

    /** Days of all periods; more have no day of their own to speak of. */
    private static final int MOST_DAYS = 366;

    /** The document about the whole bank. */
    static final MetadataFilter SUMMARY = kind("report-summary");

    private DocumentFilter() {}

    /** @param figures computed already: what a ranking found is what the documents should be about */
    static MetadataFilter of(Asked asked, List<Figure> figures) {
        List<Measure> measures = asked.measures();
        if (!asked.parties().isEmpty()) {
            return new OneOf(List.of(
                    new AnyValue("merchant_id", asked.parties()),
                    new AnyValue("account_id", asked.parties()),
                    new AnyValue("payee_id", asked.parties())));
        }
        if (measures.contains(Measure.TOP_MERCHANTS)) {
            return about("merchant-profile", "merchant_id", subjects(figures, Measure.TOP_MERCHANTS));
        }
        if (measures.contains(Measure.TOP_PAYERS)) {
            return about("account-profile", "account_id", subjects(figures, Measure.TOP_PAYERS));
        }
        List<String> ranked = new ArrayList<>(subjects(figures, Measure.BUSIEST_DAY));
        ranked.addAll(subjects(figures, Measure.BUSIEST_HOUR));
        if (!ranked.isEmpty()) {
            return about(
                    "daily-summary",
                    "date",
                    ranked.stream().map(DocumentFilter::day).distinct().toList());
        }
        boolean fraud = measures.contains(Measure.LARGEST_FRAUD);
        List<String> days = new ArrayList<>();
        if (asked.periods().stream().mapToLong(Period::length).sum() <= MOST_DAYS) {
            asked.periods().forEach(period -> days.addAll(period.days()));
        }
        if (asked.wholeBank() || days.isEmpty()) {
            return fraud ? kind("fraud-case") : SUMMARY;
        }
        MetadataFilter dated = new AnyValue("date", days.stream().distinct().toList());
        return fraud ? new AllOf(List.of(kind("fraud-case"), dated)) : new AllOf(List.of(kind("daily-summary"), dated));
    }

    private static MetadataFilter about(String kind, String key, List<String> subjects) {
        return subjects.isEmpty() ? kind(kind) : new AllOf(List.of(kind(kind), new AnyValue(key, subjects)));
    }

    private static List<String> subjects(List<Figure> figures, Measure measure) {
        return figures.stream()
                .filter(figure -> figure.name().equals(measure.title()))
                .map(Figure::subject)
                .distinct()
                .toList();
    }

    /** The day of an hour or day, which rankings name by its first instant. */
    private static String day(String instant) {
        return instant.substring(0, instant.indexOf('T'));
    }

    private static MetadataFilter kind(String kind) {
        return new AnyValue("kind", List.of(kind));
    }
}
