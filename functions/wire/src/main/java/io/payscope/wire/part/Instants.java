package io.payscope.wire.part;

import java.time.Instant;
import java.time.LocalDate;

/** Instants as text, spelled as {@link Instant#toString} spells them, without a formatter's work for every row. */
final class Instants {

    private static final int DAY_SECONDS = 86_400;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private Instants() {}

    /** Appends an instant; years that do not have four digits go to the platform. */
    static void append(StringBuilder out, Instant instant) {
        long seconds = instant.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY_SECONDS));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            out.append(instant);
            return;
        }
        int second = Math.floorMod(seconds, DAY_SECONDS);
        out.append(day.getYear());
        two(out, '-', day.getMonthValue());
        two(out, '-', day.getDayOfMonth());
        two(out, 'T', second / 3600);
        two(out, ':', second / 60 % 60);
        two(out, ':', second % 60);
        fraction(out, instant.getNano());
        out.append('Z');
    }

    private static void two(StringBuilder out, char before, int number) {
        out.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Three, six or nine digits, as few as hold the value. */
    private static void fraction(StringBuilder out, int nanos) {
        if (nanos == 0) {
            return;
        }
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        out.append('.');
        int divisor = 100_000_000;
        for (int i = 0; i < digits; i++) {
            out.append((char) ('0' + nanos / divisor % 10));
            divisor /= 10;
        }
    }
}
