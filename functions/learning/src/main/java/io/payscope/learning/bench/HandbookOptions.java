package io.payscope.learning.bench;

import io.payscope.core.fault.ConfigFault;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param folder with the file
 * @param book whether the book's features are measured
 * @param own whether ours are measured
 * @param starts first days of training of the test folds, the latest first
 * @param json file for the results, or null
 */
record HandbookOptions(
        Path folder,
        boolean book,
        boolean own,
        List<LocalDate> starts,
        @Nullable Path json) {

    static final String USAGE = "usage: handbook DIR [--features book|own] [--train-start DATE,...] [--json FILE]";

    /** The test folds of the book. */
    static final List<LocalDate> BOOK_STARTS = Stream.of("2018-08-15", "2018-08-08", "2018-08-01", "2018-07-25")
            .map(LocalDate::parse)
            .toList();

    private static final int VALIDATION_FOLDS = 4;

    static HandbookOptions parse(List<String> arguments) {
        Path folder = null;
        String features = "";
        List<LocalDate> starts = BOOK_STARTS;
        Path json = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--") && folder == null) {
                folder = Path.of(argument);
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new ConfigFault(USAGE + "; found " + argument + " without a value");
            }
            String value = arguments.get(++i);
            switch (argument) {
                case "--features" -> features = value;
                case "--train-start" -> starts = dates(value);
                case "--json" -> json = Path.of(value);
                default -> throw new ConfigFault(USAGE + "; found " + argument);
            }
        }
        if (folder == null || !List.of("", "book", "own").contains(features)) {
            throw new ConfigFault(USAGE);
        }
        return new HandbookOptions(folder, !features.equals("own"), !features.equals("book"), starts, json);
    }

    private static List<LocalDate> dates(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(LocalDate::parse)
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        } catch (DateTimeException e) {
            throw new ConfigFault(USAGE + "; expected dates such as 2018-07-25, found " + text, e);
        }
    }

    /** @return first days of the folds that settings are chosen on: all end before the first test week begins */
    List<LocalDate> validationStarts() {
        LocalDate last = starts.getLast().minusWeeks(2);
        return IntStream.range(0, VALIDATION_FOLDS)
                .mapToObj(weeks -> last.minusWeeks(weeks))
                .toList();
    }

    /** @return whether the test folds are those of the book, which the acceptance is about */
    boolean ofTheBook() {
        return starts.equals(BOOK_STARTS);
    }
}
