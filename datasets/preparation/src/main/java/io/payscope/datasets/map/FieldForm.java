package io.payscope.datasets.map;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.raw.LocaleNumbers;
import io.payscope.datasets.raw.Numbers;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the fields of a number or time column are read, empty ones aside. One for each reader: not thread-safe. */
sealed interface FieldForm {

    /**
     * Reads a field.
     *
     * @return a number, local seconds of a {@code LOCAL_TIME} column, or microseconds UTC of a {@code TIME} column; NaN
     *     if it is refused
     */
    double read(byte[] bytes, int from, int to);

    /** @return the rule that a field breaks for which {@link #read} gave NaN */
    CommonRule fault(byte[] bytes, int from, int to);

    /**
     * The form of a column.
     *
     * @param latest the last instant that is possible where the catalog states none, or null
     */
    static FieldForm of(ColumnSpec column, @Nullable Instant latest) {
        return switch (column.type()) {
            case NUMBER -> column.format() == null ? new Plain() : new Declared(new LocaleNumbers(column.format()));
            case LOCAL_TIME -> new LocalClock();
            case TIME -> new Timed(new Instants(Objects.requireNonNull(column.time(), "time is null"), latest));
            case TEXT -> throw new BugFault("the column " + column.name() + " is a text");
        };
    }

    /** Plain decimals. */
    record Plain() implements FieldForm {

        @Override
        public double read(byte[] bytes, int from, int to) {
            return Numbers.parse(bytes, from, to);
        }

        @Override
        public CommonRule fault(byte[] bytes, int from, int to) {
            return Numbers.fault(bytes, from, to);
        }
    }

    /** Numbers in a declared form. */
    record Declared(LocaleNumbers numbers) implements FieldForm {

        @Override
        public double read(byte[] bytes, int from, int to) {
            return numbers.parse(bytes, from, to);
        }

        @Override
        public CommonRule fault(byte[] bytes, int from, int to) {
            return numbers.fault(bytes, from, to);
        }
    }

    /** Local times that stay on the local clock. */
    record LocalClock() implements FieldForm {

        @Override
        public double read(byte[] bytes, int from, int to) {
            long seconds = LocalTimes.parse(bytes, from, to);
            return seconds == LocalTimes.INVALID ? Double.NaN : seconds;
        }

        @Override
        public CommonRule fault(byte[] bytes, int from, int to) {
            return CommonRule.TIME;
        }
    }

    /** Instants in a declared form; exact, since a double holds the microseconds of these years. */
    record Timed(Instants instants) implements FieldForm {

        @Override
        public double read(byte[] bytes, int from, int to) {
            long micros = instants.read(bytes, from, to);
            return Instants.isRefused(micros) ? Double.NaN : micros;
        }

        @Override
        public CommonRule fault(byte[] bytes, int from, int to) {
            return Instants.fault(instants.read(bytes, from, to));
        }
    }
}
