package io.payscope.apiquestions;

import io.payscope.apiquestions.KnownQuestion.Expected;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What one pass over known rows gives. */
final class KnownTruth {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private KnownTruth() {}

    static BigDecimal total(double[] values) {
        return BigDecimal.valueOf(Arrays.stream(values).sum()).setScale(4, RoundingMode.HALF_UP);
    }

    static List<Expected> expected(List<Measure> measures, String subject, List<CanonicalTransaction> rows) {
        return measures.stream()
                .map(measure -> new Expected(measure.title(), subject, value(measure, rows)))
                .toList();
    }

    static BigDecimal value(Measure measure, List<CanonicalTransaction> rows) {
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

    static BigDecimal sum(List<CanonicalTransaction> rows) {
        return rows.stream().map(CanonicalTransaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Predicate<CanonicalTransaction> on(LocalDate date) {
        return row -> day(row).equals(date);
    }

    static Predicate<CanonicalTransaction> of(String party) {
        return row -> party.equals(row.payerId()) || party.equals(row.payeeId());
    }

    static Set<String> daily(LocalDate day) {
        return Set.of("daily-summary:" + day);
    }

    static LocalDate day(CanonicalTransaction row) {
        return row.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
