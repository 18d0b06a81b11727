package io.payscope.datasets.synthesize;

import java.time.Instant;
import java.util.Arrays;

/** Half a year with a weekly cycle and a slight trend, over which every source's rows are spread. */
final class SyntheticCalendar {

    /** Number of days. */
    static final int DAYS = 180;

    private static final Instant FIRST_DAY = Instant.parse("2018-01-01T00:00:00Z");
    private static final double[] WEEK = {1.0, 1.02, 1.04, 1.08, 1.22, 0.9, 0.74};
    private static final double TREND = 0.3;
    private static final long DAY_MICROS = 86_400_000_000L;

    private final double[] cumulative = new double[DAYS + 1];

    SyntheticCalendar() {
        for (int day = 0; day < DAYS; day++) {
            cumulative[day + 1] = cumulative[day] + WEEK[weekday(day)] * (1 + TREND * day / DAYS);
        }
    }

    /** The day on which a share of the whole volume has passed. */
    int day(double share) {
        double at = Math.clamp(share, 0, 1) * cumulative[DAYS];
        int found = Arrays.binarySearch(cumulative, at);
        int day = found >= 0 ? found : -found - 2;
        return Math.clamp(day, 0, DAYS - 1);
    }

    /** 0 for Monday to 6 for Sunday: the first day is a Monday. */
    static int weekday(int day) {
        return day % WEEK.length;
    }

    /** Microseconds since 1970 of a second of a day. */
    long micros(int day, long secondOfDay) {
        return FIRST_DAY.getEpochSecond() * 1_000_000 + day * DAY_MICROS + secondOfDay * 1_000_000;
    }
}
