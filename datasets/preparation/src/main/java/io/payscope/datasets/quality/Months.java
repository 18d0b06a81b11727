package io.payscope.datasets.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Finds the month of an instant by a range that is kept from the last one, since rows mostly follow each other. */
final class Months {

    /** Months from 1970-01 to 2100-12. */
    static final int COUNT = 131 * 12;

    private static final int FIRST_YEAR = 1970;
    private static final long MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400 * MICROS;

    private long from;
    private long to;
    private int month;

    /**
     * The month of an instant, UTC.
     *
     * @param micros since 1970-01-01T00:00Z
     * @return months since 1970-01; earlier instants count as the first month, later ones than 2100 as the last
     */
    int of(long micros) {
        if (micros < from || micros >= to) {
            LocalDate first =
                    LocalDate.ofEpochDay(Math.floorDiv(micros, DAY_MICROS)).withDayOfMonth(1);
            from = first.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * MICROS;
            to = first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * MICROS;
            month = Math.clamp((first.getYear() - FIRST_YEAR) * 12L + first.getMonthValue() - 1, 0, COUNT - 1);
        }
        return month;
    }

    /** @return such as {@code 2017-11} */
    static String name(int month) {
        YearMonth name = YearMonth.of(FIRST_YEAR + month / 12, month % 12 + 1);
        return name.toString();
    }
}
