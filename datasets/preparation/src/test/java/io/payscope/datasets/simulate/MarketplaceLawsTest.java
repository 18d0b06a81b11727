package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page says of bank 4 shows in its files. */
class MarketplaceLawsTest {

    private static SimulatedFiles files;
    private static Map<LocalDate, Integer> byDay;

    @BeforeAll
    static void simulate() throws IOException {
        files = SimulatedFiles.of(4, 60_000, SimulatedFiles.clean(4));
        byDay = new TreeMap<>();
        for (String[] row : files.rows("olist_orders_dataset.csv")) {
            byDay.merge(LocalDate.parse(row[3].substring(0, 10)), 1, Integer::sum);
        }
    }

    @Test
    void mondaysHaveHalfAsManyOrdersAgainAsSaturdays() {
        assertThat(mean(DayOfWeek.MONDAY) / mean(DayOfWeek.SATURDAY)).isBetween(1.35, 1.75);
    }

    @Test
    void blackFridayIsAPeakAndChristmasADip() {
        double before = byDay.get(LocalDate.of(2017, 11, 10));

        assertThat(byDay.get(LocalDate.of(2017, 11, 24)) / before).isBetween(4.0, 6.5);
        assertThat(byDay.get(LocalDate.of(2017, 12, 25)) / (double) byDay.get(LocalDate.of(2017, 12, 18)))
                .isBetween(0.3, 0.7);
    }

    @Test
    void ordersGrowOverTheSpan() {
        List<Integer> counts = List.copyOf(byDay.values());
        double first =
                counts.subList(0, 56).stream().mapToInt(Integer::intValue).sum();
        double last = counts.subList(counts.size() - 56, counts.size()).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(last / first).isBetween(2.3, 4.0);
    }

    @Test
    void fewPersonsReturnAndFewSellersHaveMostOrders() {
        List<String[]> customers = files.rows("olist_customers_dataset.csv");
        Set<String> persons = customers.stream().map(row -> row[1]).collect(Collectors.toSet());
        assertThat(customers.size() / (double) persons.size()).isBetween(1.03, 1.05);

        Map<String, Integer> bySeller = new HashMap<>();
        files.rows("olist_order_items_dataset.csv").forEach(row -> bySeller.merge(row[3], 1, Integer::sum));
        List<Integer> counts =
                bySeller.values().stream().sorted(Comparator.reverseOrder()).toList();
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        double tenth = counts.stream()
                .limit(counts.size() / 10)
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(tenth / all).isBetween(0.35, 0.75);
    }

    @Test
    void paymentsOfAnOrderAddUpToItsItems() {
        Map<String, BigDecimal> items = new HashMap<>();
        files.rows("olist_order_items_dataset.csv")
                .forEach(row ->
                        items.merge(row[0], new BigDecimal(row[5]).add(new BigDecimal(row[6])), BigDecimal::add));
        Map<String, BigDecimal> paid = new HashMap<>();
        files.rows("olist_order_payments_dataset.csv").stream()
                .filter(row -> !row[2].equals("not_defined"))
                .forEach(row -> paid.merge(row[0], new BigDecimal(row[4]), BigDecimal::add));

        assertThat(paid.entrySet().stream().filter(order -> items.containsKey(order.getKey())))
                .allSatisfy(order -> assertThat(order.getValue()).isEqualByComparingTo(items.get(order.getKey())));
    }

    @Test
    void whatItemsReferToIsThere() {
        Set<String> products = files.rows("olist_products_dataset.csv").stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
        Set<String> sellers = files.rows("olist_sellers_dataset.csv").stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
        Set<String> orders = files.rows("olist_orders_dataset.csv").stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());

        assertThat(files.names()).hasSize(9);
        assertThat(files.rows("olist_order_items_dataset.csv"))
                .allMatch(row -> orders.contains(row[0]) && products.contains(row[2]) && sellers.contains(row[3]));
        assertThat(orders).allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    private static double mean(DayOfWeek weekday) {
        return byDay.entrySet().stream()
                .filter(day -> day.getKey().getDayOfWeek() == weekday)
                .mapToInt(Map.Entry::getValue)
                .average()
                .orElseThrow();
    }
}
