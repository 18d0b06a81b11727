package io.payscope.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.learning.fraud.SimulatedPayments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The windows against a plain count over all earlier rows, on generated payments. */
class GeneratedBookTest {

    private static final Duration DELAY = Duration.ofDays(7);
    private final List<CanonicalTransaction> rows = new SimulatedPayments(3_000, 0, 0.2, 5)
            .rows().stream().map(CanonicalRow::transaction).toList();

    @Test
    void windowsEqualAPlainCount() {
        FeatureBuilder builder = new FeatureBuilder(List.of(), DELAY);
        List<Integer> indexes = BookFeatures.indexes(builder.names());
        for (int i = 0; i < rows.size(); i++) {
            double[] values = builder.next(new CanonicalRow(rows.get(i), new double[0]));
            List<Double> expected = expected(i);
            for (int f = 0; f < expected.size(); f++) {
                assertThat(values[indexes.get(3 + f)])
                        .as("row %d, feature %d", i, f)
                        .isCloseTo(expected.get(f), within(1e-9));
            }
        }
    }

    @Test
    void countsOfPairsAndCounterpartiesEqualAPlainCount() {
        FeatureBuilder builder = new FeatureBuilder(List.of(), DELAY);
        List<String> names = builder.names();
        for (int i = 0; i < rows.size(); i++) {
            CanonicalTransaction now = rows.get(i);
            double[] values = builder.next(new CanonicalRow(now, new double[0]));
            List<CanonicalTransaction> month = rows.subList(0, i).stream()
                    .filter(row -> age(now, row).compareTo(Duration.ofDays(30)) < 0)
                    .toList();
            List<CanonicalTransaction> payers = month.stream()
                    .filter(row -> now.payerId().equals(row.payerId()))
                    .toList();
            assertThat(values[names.indexOf("payer_payees_30d")])
                    .isEqualTo(payers.stream()
                            .map(CanonicalTransaction::payeeId)
                            .distinct()
                            .count());
            assertThat(values[names.indexOf("pair_count_30d")])
                    .isEqualTo(payers.stream()
                            .filter(row -> now.payeeId().equals(row.payeeId()))
                            .count());
            assertThat(values[names.indexOf("payee_payers_30d")])
                    .isEqualTo(month.stream()
                            .filter(row -> now.payeeId().equals(row.payeeId()))
                            .map(CanonicalTransaction::payerId)
                            .distinct()
                            .count());
        }
    }

    @Test
    void knownFraudsOfAPayeeEqualAPlainSearch() {
        FeatureBuilder builder = new FeatureBuilder(List.of(), DELAY);
        List<String> names = builder.names();
        for (int i = 0; i < rows.size(); i++) {
            CanonicalTransaction now = rows.get(i);
            double[] values = builder.next(new CanonicalRow(now, new double[0]));
            List<CanonicalTransaction> known = rows.subList(0, i).stream()
                    .filter(row -> now.payeeId().equals(row.payeeId()))
                    .filter(row -> age(now, row).compareTo(DELAY) >= 0)
                    .filter(row -> age(now, row).compareTo(DELAY.plusDays(30)) < 0)
                    .toList();
            List<CanonicalTransaction> frauds =
                    known.stream().filter(row -> row.label() == Label.FRAUD).toList();
            double first = values[names.indexOf("payee_fraud_since_days")];
            double run = values[names.indexOf("payee_clean_run")];
            if (frauds.isEmpty()) {
                assertThat(first).isNaN();
                assertThat(run).isNaN();
            } else {
                assertThat(first).isCloseTo(age(now, frauds.getFirst()).toMillis() / 86_400_000.0, within(1e-12));
                assertThat(run).isEqualTo(known.size() - 1.0 - known.indexOf(frauds.getLast()));
            }
        }
    }

    private List<Double> expected(int index) {
        CanonicalTransaction now = rows.get(index);
        List<Double> values = new ArrayList<>();
        for (int days : Windows.DAYS) {
            List<CanonicalTransaction> window =
                    window(index, Duration.ZERO, days, row -> now.payerId().equals(row.payerId()));
            values.add((double) window.size());
            values.add(window.stream()
                    .mapToDouble(row -> row.amount().doubleValue())
                    .average()
                    .orElseThrow());
        }
        for (int days : Windows.DAYS) {
            List<CanonicalTransaction> window =
                    window(index, DELAY, days, row -> now.payeeId().equals(row.payeeId()));
            values.add((double) window.size());
            values.add(window.stream()
                    .mapToDouble(row -> row.label() == Label.FRAUD ? 1 : 0)
                    .average()
                    .orElse(0));
        }
        return values;
    }

    private List<CanonicalTransaction> window(
            int index, Duration delay, int days, Predicate<CanonicalTransaction> party) {
        CanonicalTransaction now = rows.get(index);
        return rows.subList(0, index + 1).stream()
                .filter(party)
                .filter(row -> age(now, row).compareTo(delay) >= 0)
                .filter(row -> age(now, row).compareTo(delay.plusDays(days)) < 0)
                .toList();
    }

    private static Duration age(CanonicalTransaction now, CanonicalTransaction row) {
        return Duration.between(row.occurredAt(), now.occurredAt());
    }
}
