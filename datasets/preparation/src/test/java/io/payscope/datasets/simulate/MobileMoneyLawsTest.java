package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page says of bank 3 shows in its rows. */
class MobileMoneyLawsTest {

    private static final int ROWS = 60_000;
    private static final int STEP = 0;
    private static final int TYPE = 1;
    private static final int AMOUNT = 2;
    private static final int PAYER = 3;
    private static final int BALANCE = 4;
    private static final int PAYEE = 6;

    @Test
    void fraudsAreTransfersAndCashOutsThatLeaveBalancesInconsistent() throws IOException {
        List<String[]> frauds = frauds(rows(null));

        assertThat(frauds).extracting(row -> row[TYPE]).containsOnly("TRANSFER", "CASH_OUT");
        assertThat(frauds).allSatisfy(row -> assertThat(row[8]).isEqualTo(row[7]));
    }

    @Test
    void theRuleOfTheWholeBalanceFindsSomeFraudsAndSomeHonestPayments() throws IOException {
        List<String[]> rows = rows(null);
        Predicate<String[]> rule = row -> row[BALANCE].equals(row[AMOUNT]);
        double flagged = rows.stream().filter(rule).count();
        double found = frauds(rows).stream().filter(rule).count();

        assertThat(found / frauds(rows).size()).isBetween(0.1, 0.4);
        assertThat(found / flagged).isLessThan(0.5);
    }

    @Test
    void anAccountInOtherHandsPaysInABurstAtUnusualHours() throws IOException {
        List<String[]> rows = rows(Mechanism.TAKEOVER);
        Map<String, List<String[]>> bursts = frauds(rows).stream().collect(Collectors.groupingBy(row -> row[PAYER]));

        assertThat(bursts.values().stream().mapToInt(List::size).average().orElse(0))
                .isBetween(2.5, 4.5);
        double tight = bursts.values().stream()
                .filter(burst -> number(burst.getLast(), STEP) - number(burst.getFirst(), STEP) <= 12)
                .count();
        assertThat(tight / bursts.size()).isGreaterThan(0.8);
        assertThat(nightShare(frauds(rows))).isGreaterThan(2 * nightShare(honest(rows)));
    }

    @Test
    void aChainGoesFromATransferOverAMuleToCash() throws IOException {
        List<String[]> frauds = frauds(rows(Mechanism.ORGANISED));
        Set<String> cashing = frauds.stream()
                .filter(row -> row[TYPE].equals("CASH_OUT"))
                .map(row -> row[PAYER])
                .collect(Collectors.toSet());
        List<String[]> transfers =
                frauds.stream().filter(row -> row[TYPE].equals("TRANSFER")).toList();
        double cashed =
                transfers.stream().filter(row -> cashing.contains(row[PAYEE])).count();

        assertThat(cashed / transfers.size()).isGreaterThan(0.7);
        double early = transfers.stream().filter(row -> number(row, STEP) < 250).count();
        double cashOuts = frauds.size() - transfers.size();
        assertThat(cashOuts / transfers.size()).as("split in two later on").isBetween(0.9, 1.4);
        assertThat(early).isPositive();
    }

    @Test
    void aCompromisedAgentHasManyFraudsForSomeDaysAmongHonestPayments() throws IOException {
        List<String[]> rows = rows(Mechanism.COMPROMISED);
        Map<String, List<String[]>> byAgent = frauds(rows).stream().collect(Collectors.groupingBy(row -> row[PAYEE]));
        List<String[]> most = byAgent.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();

        assertThat(most.size()).isGreaterThan(10);
        assertThat(number(most.getLast(), STEP) - number(most.getFirst(), STEP)).isLessThanOrEqualTo(24 * 9);
        assertThat(honest(rows)).extracting(row -> row[PAYEE]).contains(most.getFirst()[PAYEE]);
    }

    @Test
    void aSpikeIsFarAboveTheUsualAmountAndAHiddenFraudIsNot() throws IOException {
        double usual = meanLog(transfers(honest(rows(Mechanism.HIDDEN))));

        assertThat(meanLog(transfers(frauds(rows(Mechanism.SPIKE)))) - usual).isBetween(1.4, 2.2);
        assertThat(meanLog(transfers(frauds(rows(Mechanism.HIDDEN)))) - usual).isBetween(-0.25, 0.25);
    }

    @Test
    void amountsRiseAndCashOutsBecomePaymentsOverTheSpan() throws IOException {
        List<String[]> rows = honest(rows(null));
        List<String[]> early =
                rows.stream().filter(row -> number(row, STEP) <= 240).toList();
        List<String[]> late =
                rows.stream().filter(row -> number(row, STEP) > 480).toList();

        assertThat(meanLog(transfers(late)) - meanLog(transfers(early))).isBetween(0.05, 0.25);
        assertThat(share(late, "PAYMENT") - share(early, "PAYMENT")).isBetween(0.015, 0.08);
    }

    @Test
    void merchantsHaveUnequalSharesAndCustomersFavourites() throws IOException {
        Map<String, Integer> byMerchant = new HashMap<>();
        Map<String, Map<String, Integer>> byCustomer = new HashMap<>();
        for (String[] row : rows(null)) {
            if (row[PAYEE].startsWith("M")) {
                byMerchant.merge(row[PAYEE], 1, Integer::sum);
                byCustomer.computeIfAbsent(row[PAYER], payer -> new HashMap<>()).merge(row[PAYEE], 1, Integer::sum);
            }
        }
        List<Integer> counts =
                byMerchant.values().stream().sorted(Comparator.reverseOrder()).toList();

        assertThat(counts.getFirst() / (double) counts.get(9))
                .as("first over tenth")
                .isBetween(5.0, 16.0);
        double returning = byCustomer.values().stream()
                .filter(merchants ->
                        merchants.values().stream().mapToInt(Integer::intValue).sum() >= 6)
                .filter(merchants -> merchants.values().stream().anyMatch(times -> times >= 2))
                .count();
        double regular = byCustomer.values().stream()
                .filter(merchants ->
                        merchants.values().stream().mapToInt(Integer::intValue).sum() >= 6)
                .count();
        assertThat(returning / regular).isGreaterThan(0.7);
    }

    private static List<String[]> rows(Mechanism only) throws IOException {
        SimulatedFiles files =
                SimulatedFiles.of(3, ROWS, only == null ? SimulatedFiles.clean(3) : SimulatedFiles.only(3, only));
        return files.rows(files.names().getFirst());
    }

    private static List<String[]> frauds(List<String[]> rows) {
        return rows.stream().filter(row -> row[9].equals("1")).toList();
    }

    private static List<String[]> honest(List<String[]> rows) {
        return rows.stream().filter(row -> row[9].equals("0")).toList();
    }

    private static List<String[]> transfers(List<String[]> rows) {
        return rows.stream().filter(row -> row[TYPE].equals("TRANSFER")).toList();
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    private static double nightShare(List<String[]> rows) {
        return rows.stream().filter(row -> number(row, STEP) % 24 < 6).count() / (double) rows.size();
    }

    private static double share(List<String[]> rows, String type) {
        return rows.stream().filter(row -> row[TYPE].equals(type)).count() / (double) rows.size();
    }

    private static double meanLog(List<String[]> rows) {
        return rows.stream()
                .mapToDouble(row -> Math.log(number(row, AMOUNT)))
                .average()
                .orElseThrow();
    }
}
