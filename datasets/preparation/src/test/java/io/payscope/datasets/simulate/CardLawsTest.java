package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page says of bank 1 shows in its rows. */
class CardLawsTest {

    private static final int ROWS = 20_000;
    private static final int AMOUNT = 29;
    private static final int LABEL = 30;

    @ParameterizedTest
    @EnumSource(value = Mechanism.class, names = "HIDDEN", mode = EnumSource.Mode.EXCLUDE)
    void aMechanismMovesComponents(Mechanism mechanism) throws IOException {
        assertThat(largestShift(mechanism)).isBetween(0.5, 4.0);
    }

    @Test
    void aHiddenFraudMovesNone() throws IOException {
        assertThat(largestShift(Mechanism.HIDDEN)).isLessThan(0.25);
    }

    /** The largest distance between the mean of frauds and that of all rows, in deviations. */
    private static double largestShift(Mechanism mechanism) throws IOException {
        List<String[]> rows = rows(mechanism);
        double largest = 0;
        for (int column = 1; column <= CardComponents.COMPONENTS; column++) {
            double shift = mean(frauds(rows), column) - mean(rows, column);
            largest = Math.max(largest, Math.abs(shift) / deviation(rows, column));
        }
        return largest;
    }

    @Test
    void spreadFallsFromTheFirstComponentToTheLast() throws IOException {
        List<String[]> rows = rows(Mechanism.SPIKE);

        assertThat(deviation(rows, 1)).isBetween(1.8, 2.1);
        assertThat(deviation(rows, 28)).isBetween(0.3, 0.36);
    }

    @Test
    void testedCardsPayLittleAndSomeAmountsAreZero() throws IOException {
        List<String[]> rows = rows(Mechanism.ORGANISED);

        assertThat(mean(frauds(rows), AMOUNT)).isLessThan(mean(rows, AMOUNT) / 10);
        double zero = rows.stream().filter(row -> row[AMOUNT].equals("0.00")).count();
        assertThat(zero / ROWS).isBetween(0.003, 0.01);
    }

    @Test
    void nightsAreQuietAndHoldAMuchLargerShareOfFrauds() throws IOException {
        List<String[]> rows = rows(Mechanism.HIDDEN);

        assertThat(nightShare(rows)).isBetween(0.03, 0.09);
        assertThat(nightShare(frauds(rows))).isGreaterThan(2 * nightShare(rows));
    }

    private static List<String[]> rows(Mechanism mechanism) throws IOException {
        return SimulatedFiles.of(1, ROWS, SimulatedFiles.only(1, mechanism)).rows("creditcard.csv");
    }

    private static List<String[]> frauds(List<String[]> rows) {
        return rows.stream().filter(row -> row[LABEL].equals("1")).toList();
    }

    private static double nightShare(List<String[]> rows) {
        return rows.stream()
                        .filter(row -> Long.parseLong(row[0]) / 3600 % 24 < 6)
                        .count()
                / (double) rows.size();
    }

    private static double mean(List<String[]> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .average()
                .orElseThrow();
    }

    private static double deviation(List<String[]> rows, int column) {
        double mean = mean(rows, column);
        return Math.sqrt(rows.stream()
                .mapToDouble(row -> Math.pow(Double.parseDouble(row[column]) - mean, 2))
                .average()
                .orElseThrow());
    }
}
