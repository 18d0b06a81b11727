package io.payscope.learning.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Published daily series beside a checkout, against which published figures are checked; none is part of the project. */
public final class SharedSeries {

    private static final String FOLDER = "shared/data/forecast";

    private SharedSeries() {}

    /** @return the observations of a file, or empty after a line that says what is skipped */
    @SuppressWarnings("SystemOut") // A skipped check must be seen in the build's output, whatever the log level.
    public static Optional<Observations> find(String file, String skipped) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return Optional.of(read(folder.resolve(FOLDER).resolve(file)));
            }
        }
        System.out.println("SKIPPED: " + skipped + ": no " + FOLDER + " beside or above the checkout");
        return Optional.empty();
    }

    private static Observations read(Path file) {
        try {
            List<String[]> rows = Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(","))
                    .sorted((a, b) -> a[0].compareTo(b[0]))
                    .toList();
            return new Observations(
                    rows.stream()
                            .mapToDouble(row -> LocalDate.parse(row[0]).toEpochDay())
                            .toArray(),
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Values by day.
     *
     * @param days since 1970-01-01, ascending
     * @param values one a day
     */
    @SuppressWarnings("ArrayRecordComponent") // Lives within one test; never compared.
    public record Observations(double[] days, double[] values) {}
}
