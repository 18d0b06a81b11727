package io.payscope.learning.bench;

import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.Label;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.BookFeatures;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.feature.FeatureDefinition;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Handbook's rows of the weeks that are measured, with features over the whole history before them: the book's 15,
 * and ours. 4 bytes a value outside the heap, 12 a row on it.
 */
final class HandbookRows implements AutoCloseable {

    private static final Duration LABEL_DELAY = Duration.ofDays(7);

    private final LabelledRows book;
    private final LabelledRows own;
    private final long total;
    private int[] cards = new int[1 << 16];

    private HandbookRows(HandbookFile file, LocalDate from, LocalDate to) throws IOException {
        FeatureBuilder builder = new FeatureBuilder(List.of(), LABEL_DELAY);
        List<String> names =
                FeatureBuilder.COMMON.stream().map(FeatureDefinition::name).toList();
        int[] indexes =
                BookFeatures.indexes(names).stream().mapToInt(Integer::intValue).toArray();
        book = new LabelledRows(List.copyOf(BookFeatures.NAMES.keySet()));
        own = new LabelledRows(names);
        Map<String, Integer> numbers = new HashMap<>();
        try {
            total = file.read(row -> {
                double[] values = builder.next(row);
                LocalDate day = LocalDate.ofInstant(row.transaction().occurredAt(), ZoneOffset.UTC);
                if (!day.isBefore(from) && day.isBefore(to)) {
                    append(row, values, indexes, numbers);
                }
            });
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Reads a file and keeps the rows of a span of days.
     *
     * @param from first day
     * @param to day after the last
     */
    static HandbookRows read(HandbookFile file, LocalDate from, LocalDate to) throws IOException {
        return new HandbookRows(file, from, to);
    }

    private void append(CanonicalRow row, double[] values, int[] indexes, Map<String, Integer> numbers) {
        boolean fraud = row.transaction().label() == Label.FRAUD;
        int card = numbers.computeIfAbsent(String.valueOf(row.transaction().payerId()), _ -> numbers.size());
        if (own.size() == cards.length) {
            cards = Arrays.copyOf(cards, cards.length * 2);
        }
        cards[own.size()] = card;
        own.append(row.transaction().occurredAt(), fraud, values);
        double[] fifteen = new double[indexes.length];
        for (int i = 0; i < fifteen.length; i++) {
            fifteen[i] = values[indexes[i]];
        }
        book.append(row.transaction().occurredAt(), fraud, fifteen);
    }

    /** @return rows with the book's features */
    LabelledRows book() {
        return book;
    }

    /** @return the same rows with ours */
    LabelledRows own() {
        return own;
    }

    /** @return number of a row's card */
    int card(int row) {
        return cards[row];
    }

    /** @return rows of the file */
    long total() {
        return total;
    }

    /** @return the first row of a day or of a later one */
    int firstOf(LocalDate day) {
        long millis = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        int low = 0;
        int high = own.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own.epochMilli(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void close() {
        book.close();
        own.close();
    }
}
