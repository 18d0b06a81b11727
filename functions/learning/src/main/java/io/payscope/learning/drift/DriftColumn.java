package io.payscope.learning.drift;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The distribution of one column.
 *
 * @param name of the feature
 * @param edges a value is in the bin after as many edges as are at most it, the first bin being below them all
 * @param categories instead of edges, one bin each
 * @param shares of the bins, and last that of missing or new values
 * @param n values counted
 */
public record DriftColumn(String name, List<Double> edges, List<String> categories, List<Double> shares, long n) {

    private static final int PARTS = 10;

    public DriftColumn {
        edges = List.copyOf(edges);
        categories = List.copyOf(categories);
        shares = List.copyOf(shares);
    }

    /** Bins at the deciles of the values, NaN for missing. */
    static DriftColumn ofNumbers(String name, double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        TreeSet<Double> edges = new TreeSet<>();
        for (int part = 1; part < PARTS && known.length > 0; part++) {
            edges.add(known[(int) ((long) known.length * part / PARTS)]);
        }
        return counted(new DriftColumn(name, List.copyOf(edges), List.of(), List.of(), 0), values);
    }

    /** Bins of the categories; the values are their places in the list, NaN for missing. */
    static DriftColumn ofPlaces(String name, List<String> categories, double[] values) {
        return counted(new DriftColumn(name, List.of(), categories, List.of(), 0), values);
    }

    private static DriftColumn counted(DriftColumn column, double[] values) {
        long[] counts = new long[column.bins()];
        for (double value : values) {
            counts[column.bin(value)]++;
        }
        List<Double> shares = Arrays.stream(counts)
                .mapToObj(count -> values.length == 0 ? 0 : count / (double) values.length)
                .toList();
        return new DriftColumn(column.name, column.edges, column.categories, shares, values.length);
    }

    int bins() {
        return (categories.isEmpty() ? edges.size() + 1 : categories.size()) + 1;
    }

    /** The bin of a number, or of a category's place. */
    int bin(double value) {
        int last = bins() - 1;
        if (Double.isNaN(value)) {
            return last;
        }
        if (!categories.isEmpty()) {
            return value >= 0 && value < categories.size() ? (int) value : last;
        }
        int bin = 0;
        while (bin < edges.size() && edges.get(bin) <= value) {
            bin++;
        }
        return bin;
    }
}
