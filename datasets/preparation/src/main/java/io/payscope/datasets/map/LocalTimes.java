package io.payscope.datasets.map;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Local dates and times of the form {@code yyyy-MM-dd HH:mm:ss}, from 1970 to 2100. */
final class LocalTimes {

    /** Stands for bytes that are no such time. */
    static final long INVALID = Long.MIN_VALUE;

    private static final int LENGTH = 19;
    private static final String FORM = "0000-00-00 00:00:00";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    private LocalTimes() {}

    /** Seconds since 1970-01-01T00:00 on the local clock, or {@link #INVALID}. */
    static long parse(byte[] bytes, int from, int to) {
        if (to - from != LENGTH) {
            return INVALID;
        }
        for (int i = 0; i < LENGTH; i++) {
            byte c = bytes[from + i];
            boolean digit = c >= '0' && c <= '9';
            if (FORM.charAt(i) == '0' ? !digit : c != FORM.charAt(i)) {
                return INVALID;
            }
        }
        int year = digits(bytes, from, 4);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return INVALID;
        }
        try {
            return LocalDateTime.of(
                            year,
                            digits(bytes, from + 5, 2),
                            digits(bytes, from + 8, 2),
                            digits(bytes, from + 11, 2),
                            digits(bytes, from + 14, 2),
                            digits(bytes, from + 17, 2))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return INVALID;
        }
    }

    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /**
     * Seconds since 1970-01-01T00:00Z. A time in the gap of a clock put forward is read with the offset before the gap;
     * one that happens twice is the first of the two.
     */
    static long toUtc(long localSeconds, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(local);
        ZoneOffset offset = transition == null ? rules.getOffset(local) : transition.getOffsetBefore();
        return localSeconds - offset.getTotalSeconds();
    }
}
