package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page says of bank 2 shows in its files. */
class OnlineLawsTest {

    private static final int ROWS = 15_000;
    private static final int FRAUD = 1;
    private static final int SECOND = 2;
    private static final int AMOUNT = 3;
    private static final int PRODUCT = 4;
    private static final int REGION = 11;
    private static final int MAIL = 15;
    private static final int AGE = 31;
    private static final int DAY = 86_400;

    @Test
    void aRingSharesAddressAndMailAmongNewCards() throws IOException {
        List<String[]> frauds = frauds(transactions(files(Mechanism.ORGANISED)));
        Collection<List<String[]>> rings = frauds.stream()
                .filter(row -> !row[REGION].isEmpty())
                .collect(Collectors.groupingBy(row -> row[REGION] + row[MAIL] + (long) number(row, SECOND) / DAY / 28))
                .values();

        assertThat(rings.stream().mapToInt(List::size).max().orElse(0)).isGreaterThan(12);
        assertThat(frauds).allSatisfy(row -> assertThat(number(row, AGE)).isLessThan(6));
        List<String[]> largest = rings.stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
        assertThat(largest.stream().map(OnlineLawsTest::card).distinct().count())
                .isGreaterThan(4);
    }

    @Test
    void aCardInOtherHandsPaysInABurst() throws IOException {
        Map<String, List<String[]>> bursts = frauds(transactions(files(Mechanism.TAKEOVER))).stream()
                .collect(Collectors.groupingBy(OnlineLawsTest::card));

        assertThat(bursts.values().stream().mapToInt(List::size).average().orElse(0))
                .isGreaterThan(3);
    }

    @Test
    void aCompromisedBatchSharesARegionAndASpikeIsLarge() throws IOException {
        List<String[]> batch = frauds(transactions(files(Mechanism.COMPROMISED)));
        long regions = batch.stream().map(row -> row[REGION]).distinct().count();
        assertThat(regions).isLessThan(batch.size() / 5);

        List<String[]> rows = transactions(files(Mechanism.SPIKE));
        assertThat(meanLog(frauds(rows)) - meanLog(rows)).isBetween(1.3, 2.0);
    }

    @Test
    void theAgeOfACardGrowsByADayEachDay() throws IOException {
        Map<String, List<String[]>> byCard =
                transactions(files(Mechanism.SPIKE)).stream().collect(Collectors.groupingBy(OnlineLawsTest::card));

        double steady = byCard.values().stream()
                .filter(rows -> rows.stream()
                                .map(row -> (long) number(row, SECOND) / DAY - (long) number(row, AGE))
                                .distinct()
                                .count()
                        == 1)
                .count();
        assertThat(steady / byCard.size()).isGreaterThan(0.75);
    }

    @Test
    void aQuarterHasIdentityRowsOfKnownTransactionsAndOnlyProductCHasThreeDecimals() throws IOException {
        SimulatedFiles files = SimulatedFiles.of(2, ROWS, SimulatedFiles.clean(2));
        List<String[]> rows = transactions(files);
        List<String[]> identities = files.rows("train_identity.csv");

        assertThat(identities.size() / (double) ROWS).isBetween(0.2, 0.28);
        assertThat(rows.stream().map(row -> row[0]).toList())
                .containsAll(identities.stream().map(row -> row[0]).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row[AMOUNT].matches("\\d+\\.\\d{3}"))
                .isEqualTo(row[PRODUCT].equals("C")));
    }

    private static SimulatedFiles files(Mechanism only) throws IOException {
        return SimulatedFiles.of(2, ROWS, SimulatedFiles.only(2, only));
    }

    private static List<String[]> transactions(SimulatedFiles files) {
        return files.rows("train_transaction.csv", AGE + 2);
    }

    private static List<String[]> frauds(List<String[]> rows) {
        return rows.stream().filter(row -> row[FRAUD].equals("1")).toList();
    }

    private static String card(String[] row) {
        return String.join(" ", List.of(row).subList(5, 11));
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    private static double meanLog(List<String[]> rows) {
        return rows.stream()
                .mapToDouble(row -> Math.log(number(row, AMOUNT)))
                .average()
                .orElseThrow();
    }
}
