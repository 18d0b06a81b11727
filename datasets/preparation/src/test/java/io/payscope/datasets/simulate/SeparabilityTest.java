package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No column gives the frauds away, and something is there to be learned. */
class SeparabilityTest {

    @ParameterizedTest
    @CsvSource({"1, 20000, Class", "2, 8000, isFraud", "3, 20000, isFraud"})
    void noColumnAloneTellsFraudsAndTheBestTellsSome(int bank, int rows, String label) throws IOException {
        SimulatedFiles files = SimulatedFiles.of(bank, rows, SimulatedFiles.clean(bank));
        String file = files.names().getFirst();
        List<String> header = List.of(files.text(file)
                .lines()
                .findFirst()
                .orElseThrow()
                .replace("\"", "")
                .split(","));
        List<String[]> data = files.rows(file);
        boolean[] fraud = new boolean[data.size()];
        for (int i = 0; i < fraud.length; i++) {
            fraud[i] = data.get(i)[header.indexOf(label)].equals("1");
        }

        Map<String, Double> areas = new TreeMap<>();
        for (int column = 0; column < header.size(); column++) {
            if (!Set.of(label, "TransactionID", "isFlaggedFraud").contains(header.get(column))) {
                double area = area(values(data, column), fraud);
                areas.put(header.get(column), Math.max(area, 1 - area));
            }
        }

        assertThat(areas.values()).allMatch(area -> area < 0.95);
        assertThat(areas.values().stream().max(Comparator.naturalOrder()).orElseThrow())
                .as(areas.toString())
                .isGreaterThan(0.6);
    }

    private static double[] values(List<String[]> data, int column) {
        return data.stream().mapToDouble(row -> value(row[column])).toArray();
    }

    /** Numbers as they are, missing ones below all, texts by their hash: no order, but the same for the same. */
    private static double value(String text) {
        if (text.isEmpty()) {
            return -1e9;
        }
        char last = text.charAt(text.length() - 1);
        boolean number = last >= '0' && last <= '9' && "-0123456789".indexOf(text.charAt(0)) >= 0;
        return number ? Double.parseDouble(text) : text.hashCode();
    }

    /** Area under the ROC curve by the ranks of the frauds, ties in the middle. */
    private static double area(double[] values, boolean[] fraud) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double ranks = 0;
        long frauds = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (fraud[order[i]]) {
                    ranks += (from + to + 1) / 2.0;
                    frauds++;
                }
            }
            from = to;
        }
        return (ranks - frauds * (frauds + 1) / 2.0) / (frauds * (double) (values.length - frauds));
    }
}
