package io.payscope.learning.bench;

import io.payscope.core.fault.DataFault;
import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Reads a series from a file of two columns, time and value, with a header: any line ends, quoted or not, in any order,
 * with gaps, the time as a date, a date with a time of day, or milliseconds since 1970.
 */
final class SeriesFile {

    /** No series of the published ones is longer; a step mistaken for a tiny one would fill the memory. */
    private static final int MOST_STEPS = 200_000;

    private SeriesFile() {}

    /**
     * Reads a file.
     *
     * @throws DataFault naming file, line and what was found where it is not such a file
     */
    static Series read(Path file) throws IOException {
        // Files of old spreadsheets end their lines with a carriage return alone, which lines() takes as well.
        List<String> lines = Files.readString(file).lines().toList();
        TreeMap<Instant, Double> values = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).replace("\"", "").split(",", -1);
            if (cells.length == 1 && cells[0].isBlank()) {
                continue;
            }
            if (cells.length != 2) {
                throw new DataFault(file.getFileName() + ", line " + (i + 1) + ": expected 2 columns, found "
                        + cells.length + ": one series a file");
            }
            Double before = values.put(time(file, i, cells[0].strip()), value(file, i, cells[1].strip()));
            if (before != null) {
                throw new DataFault(
                        file.getFileName() + ", line " + (i + 1) + ": expected a time once, found again " + cells[0]);
            }
        }
        if (values.size() < 2) {
            throw new DataFault(file.getFileName() + ": expected at least 2 values, found " + values.size());
        }
        return series(file, values);
    }

    private static Series series(Path file, TreeMap<Instant, Double> values) {
        Step step = Step.detect(values.keySet().toArray(Instant[]::new));
        Instant start = values.firstKey();
        double days = (values.lastKey().toEpochMilli() - start.toEpochMilli()) / 86_400_000.0;
        if (days / step.days() > MOST_STEPS) {
            throw new DataFault(file.getFileName() + ": expected at most " + MOST_STEPS + " steps, found a step of "
                    + step + " over " + Math.round(days) + " days");
        }
        double[] steps = new double[(int) Math.round(days / step.days()) + 1];
        Arrays.fill(steps, Double.NaN);
        int found = 0;
        for (int i = 0; i < steps.length; i++) {
            Double value = values.get(step.after(start, i));
            if (value != null) {
                steps[i] = value;
                found++;
            }
        }
        if (found < values.size()) {
            throw new DataFault(file.getFileName() + ": expected times at whole steps of " + step + " from " + start
                    + ", found " + (values.size() - found) + " between them");
        }
        return new Series(start, step, steps);
    }

    private static Instant time(Path file, int line, String cell) {
        try {
            if (cell.chars().allMatch(Character::isDigit)) {
                return Instant.ofEpochMilli(Long.parseLong(cell));
            }
            if (cell.length() <= 10) {
                return LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            String local = cell.endsWith("Z") ? cell.substring(0, cell.length() - 1) : cell;
            return LocalDateTime.parse(local.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException e) {
            throw new DataFault(
                    file.getFileName() + ", line " + (line + 1) + ": expected a time, found '" + cell + "'", e);
        }
    }

    private static double value(Path file, int line, String cell) {
        if (List.of("", "na", "nan", "null").contains(cell.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new DataFault(
                    file.getFileName() + ", line " + (line + 1) + ": expected a number, found '" + cell + "'", e);
        }
    }
}
