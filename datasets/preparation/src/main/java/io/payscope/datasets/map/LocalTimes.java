package io.payscope.datasets.map;

/** Dates and times by arithmetic on primitives, from 1970 to 2099. */
final class LocalTimes {

    /** Stands for bytes that are no such time. */
    static final long INVALID = Long.MIN_VALUE;

    private static final int LENGTH = 19;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int DAYS_TO_1970 = 719_468;
    private static final int DAYS_OF_400_YEARS = 146_097;

    private LocalTimes() {}

    /** Seconds since 1970-01-01T00:00 of {@code yyyy-MM-dd HH:mm:ss}, or {@link #INVALID}. */
    static long parse(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || bytes[from + 10] != ' ' || bytes[from + 16] != ':') {
            return INVALID;
        }
        int second = two(bytes, from + 17);
        long minutes = minutes(bytes, from);
        return minutes == INVALID || second < 0 || second > 59 ? INVALID : minutes * 60 + second;
    }

    /**
     * Minutes since 1970-01-01T00:00 of {@code yyyy-MM-dd?HH:mm}, or {@link #INVALID}; the byte between date and time
     * is not looked at, and all 16 bytes must be there.
     */
    static long minutes(byte[] bytes, int from) {
        if (bytes[from + 4] != '-' || bytes[from + 7] != '-' || bytes[from + 13] != ':') {
            return INVALID;
        }
        int century = two(bytes, from);
        int yearOfCentury = two(bytes, from + 2);
        int year = century * 100 + yearOfCentury;
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        int hour = two(bytes, from + 11);
        int minute = two(bytes, from + 14);
        boolean exists = century >= 0
                && yearOfCentury >= 0
                && year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0)
                && hour >= 0
                && hour <= 23
                && minute >= 0
                && minute <= 59;
        return exists ? (days(year, month, day) * 24 + hour) * 60 + minute : INVALID;
    }

    /** Days since 1970-01-01 of a date of the Gregorian calendar (H. Hinnant, chrono-compatible date algorithms). */
    private static long days(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_OF_400_YEARS + dayOfEra - DAYS_TO_1970;
    }

    /** The number that two digits make, negative if they are none. */
    static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
