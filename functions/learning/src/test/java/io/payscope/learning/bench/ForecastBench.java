package io.payscope.learning.bench;

import io.payscope.core.fault.DataFault;
import io.payscope.learning.forecast.series.Series;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints how the forecasters fare on a folder of series beside published figures.
 *
 * <p>Exit code: 0 if the acceptance is met, 1 if not, 2 if there is nothing to measure.
 */
final class ForecastBench {

    private static final String USAGE =
            "usage: forecast DIR [--horizons 7,30] [--origins 10] [--earlier 0] [--json FILE] | forecast --speed";

    private final PrintStream out;

    ForecastBench(PrintStream out) {
        this.out = out;
    }

    @SuppressWarnings("SystemOut") // A command prints its result.
    public static void main(String[] arguments) throws IOException {
        System.exit(new ForecastBench(System.out).run(arguments));
    }

    int run(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("--speed")) {
            out.print(Speed.measure());
            return 0;
        }
        List<Integer> horizons = List.of(7, 30);
        int origins = 10;
        int earlier = 0;
        Path json = null;
        Path folder = null;
        try {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--horizons" ->
                        horizons = Arrays.stream(arguments[++i].split(","))
                                .map(Integer::valueOf)
                                .toList();
                    case "--origins" -> origins = Integer.parseInt(arguments[++i]);
                    case "--earlier" -> earlier = Integer.parseInt(arguments[++i]);
                    case "--json" -> json = Path.of(arguments[++i]);
                    default -> folder = Path.of(arguments[i]);
                }
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            out.println(USAGE);
            return 2;
        }
        if (folder == null
                || !Files.isDirectory(folder)
                || origins < 1
                || earlier < 0
                || horizons.stream().anyMatch(horizon -> horizon < 1)) {
            out.println(USAGE);
            return 2;
        }
        return measure(folder, horizons, origins, earlier, json);
    }

    private int measure(Path folder, List<Integer> horizons, int origins, int earlier, @Nullable Path json)
            throws IOException {
        List<Evaluation> rows = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
            try {
                Series series = SeriesFile.read(file);
                for (int horizon : horizons) {
                    Evaluation row = Evaluation.of(name, series, horizon, origins, earlier);
                    if (row == null) {
                        out.println("skipped " + name + " at " + horizon + " steps: too short");
                    } else {
                        rows.add(row);
                    }
                }
            } catch (DataFault fault) {
                out.println("skipped " + fault.getMessage());
            }
        }
        if (rows.isEmpty()) {
            out.println("no series of two columns, time and value, in " + folder);
            return 2;
        }
        Verdict verdict = Verdict.of(rows);
        out.print(BenchReport.table(rows, verdict));
        if (json != null) {
            Files.writeString(json, BenchReport.json(rows, verdict));
        }
        return verdict.failures().isEmpty() ? 0 : 1;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
