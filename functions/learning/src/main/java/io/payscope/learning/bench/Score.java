package io.payscope.learning.bench;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.learning.tree.TreeModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The command {@code bench/score}: scores the rows of a CSV file with a LightGBM text model, one line a row, and says on
 * standard error how long a row took. Columns are found by the model's feature names; a file that has none of them must
 * have exactly one column a feature, in the model's order. Empty, {@code NA} and {@code NaN} are missing.
 */
public final class Score {

    private static final String USAGE = "usage: score --model MODEL.txt --data ROWS.csv [--raw | --shap]";
    private static final int WARM_UP_ROWS = 20_000;

    private final TreeModel model;
    private final Path data;
    private final String mode;

    private Score(TreeModel model, Path data, String mode) {
        this.model = model;
        this.data = data;
        this.mode = mode;
    }

    /** @param arguments {@code --model MODEL.txt --data ROWS.csv [--raw | --shap]} */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream messages) throws IOException {
        try {
            Path model = null;
            Path data = null;
            String mode = "";
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--model" -> model = Path.of(value(arguments, ++i));
                    case "--data" -> data = Path.of(value(arguments, ++i));
                    case "--raw", "--shap" -> mode = arguments.get(i);
                    default -> throw new ConfigFault(USAGE + "; found " + arguments.get(i));
                }
            }
            if (model == null || data == null) {
                throw new ConfigFault(USAGE);
            }
            new Score(TreeModel.parse(Files.readString(model)), data, mode).score(out, messages);
            return 0;
        } catch (Fault fault) {
            messages.println(fault.getMessage());
            return 2;
        }
    }

    private static String value(List<String> arguments, int index) {
        if (index == arguments.size()) {
            throw new ConfigFault(USAGE);
        }
        return arguments.get(index);
    }

    private void score(PrintStream out, PrintStream messages) throws IOException {
        List<double[]> rows = rows();
        StringBuilder text = new StringBuilder();
        for (double[] row : rows) {
            switch (mode) {
                case "--raw" -> text.append(model.rawScore(row));
                case "--shap" -> {
                    String shares = Arrays.toString(model.contributions(row));
                    text.append(shares.substring(1, shares.length() - 1).replace(", ", ","));
                }
                default -> text.append(model.probability(row));
            }
            text.append('\n');
        }
        out.print(text);
        out.flush();
        messages.printf(
                Locale.ROOT,
                "%d rows, %d trees, %d features: p50 %.2f microseconds a row%n",
                rows.size(),
                model.size(),
                model.features(),
                median(rows));
    }

    /** Median time of one row, after a warm-up, microseconds. */
    private double median(List<double[]> rows) {
        long[] nanos = new long[WARM_UP_ROWS];
        double sum = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < nanos.length && !rows.isEmpty(); i++) {
                double[] row = rows.get(i % rows.size());
                long start = System.nanoTime();
                sum += model.probability(row);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        // The sum is looked at so that the compiler cannot leave the scoring out.
        return Double.isInfinite(sum) ? Double.NaN : nanos[nanos.length / 2] / 1000.0;
    }

    private List<double[]> rows() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(data, StandardCharsets.UTF_8)) {
            String first = reader.readLine();
            if (first == null) {
                throw new DataFault(data + ": expected a header");
            }
            List<String> header = Arrays.asList(first.split(",", -1));
            int[] columns = columns(header);
            List<double[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                if (fields.length != header.size()) {
                    throw new DataFault(data + " line " + (rows.size() + 2) + ": expected " + header.size()
                            + " fields, found " + fields.length);
                }
                double[] row = new double[columns.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = number(fields[columns[i]], rows.size() + 2);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private int[] columns(List<String> header) {
        int[] columns = model.names().stream().mapToInt(header::indexOf).toArray();
        long found = Arrays.stream(columns).filter(column -> column >= 0).count();
        if (found == columns.length) {
            return columns;
        }
        if (found == 0 && header.size() == columns.length) {
            Arrays.setAll(columns, i -> i);
            return columns;
        }
        throw new DataFault(data + " line 1: expected the model's " + columns.length + " features by name, found "
                + found + " of them among " + header.size() + " columns");
    }

    private double number(String text, int line) {
        return switch (text.trim()) {
            case "", "NA", "NaN", "nan" -> Double.NaN;
            case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new DataFault(data + " line " + line + ": expected a number, found '" + text + "'", e);
                }
            }
        };
    }
}
