package io.payscope.datasets.synthesize;

/** When in the week rows come: counts by weekday and hour. Not thread-safe. */
final class WeekRhythm {

    private static final int HOURS = 24;
    private static final int WEEKDAYS = 7;
    private static final int HOUR_SECONDS = 3_600;
    private static final double DAY_SECONDS = 86_400;

    /** Rows that the hours of all days together count for on each weekday, so that an empty one has hours too. */
    private static final double PRIOR_ROWS = 48;

    private final double[][] counts = new double[WEEKDAYS][HOURS];
    private final double[] hours = new double[HOURS];
    private final double[] weekdays = new double[WEEKDAYS];
    private double total;

    /** Takes a row into account. */
    void add(int weekday, double second) {
        int hour = Math.clamp((int) (second / HOUR_SECONDS), 0, HOURS - 1);
        counts[weekday][hour]++;
        hours[hour]++;
        weekdays[weekday]++;
        total++;
    }

    /** The second of a weekday before which a share of its rows comes; even within an hour. */
    double second(int weekday, double share) {
        double left = share * (weekdays[weekday] + PRIOR_ROWS);
        for (int hour = 0; hour < HOURS; hour++) {
            double weight = counts[weekday][hour] + PRIOR_ROWS * hours[hour] / Math.max(1, total);
            if (left < weight) {
                return (hour + left / weight) * HOUR_SECONDS;
            }
            left -= weight;
        }
        return Math.nextDown(DAY_SECONDS);
    }

    /** The largest difference between the cumulative shares of the hours. */
    double hoursDistance(WeekRhythm other) {
        double difference = 0;
        double largest = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            difference += hours[hour] / Math.max(1, total) - other.hours[hour] / Math.max(1, other.total);
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    /** Total variation between the shares of the weekdays. */
    double weekdaysDistance(WeekRhythm other) {
        return Shares.variation(weekdays, other.weekdays);
    }
}
