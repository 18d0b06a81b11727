package io.payscope.learning.forecast.series;

import io.payscope.core.model.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The distance between two values: a number of seconds, or of calendar months.
 *
 * @param seconds its length, 0 for calendar steps
 * @param months its length, 0 for steps of fixed length
 */
public record Step(long seconds, int months) {

    /** One hour. */
    public static final Step HOUR = ofSeconds(3600);

    /** One day. */
    public static final Step DAY = ofSeconds(86_400);

    private static final double MONTH_DAYS = 365.25 / 12;
    private static final long DAY_SECONDS = 86_400;
    private static final long WEEK_SECONDS = 7 * DAY_SECONDS;

    public Step {
        if (seconds < 0 || months < 0 || (seconds == 0) == (months == 0)) {
            throw new IllegalArgumentException("a step is seconds or months, found " + seconds + " and " + months);
        }
    }

    private static Step ofSeconds(long seconds) {
        return new Step(seconds, 0);
    }

    /** @return the step of a ledger's buckets */
    public static Step of(Grain grain) {
        return ofSeconds(grain.length().toSeconds());
    }

    /**
     * Finds the step of observations that may have gaps: calendar months where all lie on the same day of a month and
     * the least distance is about a whole number of months, else the least distance.
     *
     * @param instants ascending, all different, at least two
     */
    public static Step detect(Instant[] instants) {
        long least = Long.MAX_VALUE;
        for (int i = 1; i < instants.length; i++) {
            least = Math.min(
                    least, Duration.between(instants[i - 1], instants[i]).toSeconds());
        }
        long months = Math.round(least / (MONTH_DAYS * DAY_SECONDS));
        boolean sameDay = Arrays.stream(instants)
                        .map(instant -> instant.atZone(ZoneOffset.UTC).getDayOfMonth())
                        .distinct()
                        .count()
                == 1;
        return months >= 1 && sameDay ? new Step(0, Math.toIntExact(months)) : ofSeconds(least);
    }

    /** @return the instant so many steps after another */
    public Instant after(Instant start, long steps) {
        return months == 0
                ? start.plusSeconds(seconds * steps)
                : start.atZone(ZoneOffset.UTC).plusMonths(months * steps).toInstant();
    }

    /** @return mean length in days */
    public double days() {
        return months == 0 ? seconds / (double) DAY_SECONDS : months * MONTH_DAYS;
    }

    /**
     * @return steps of the season that a series of this step has most likely: a day for steps below a day, a week for
     *     days, a year for longer ones; 1 where no whole number fits
     */
    public int seasonLength() {
        if (months > 0) {
            return 12 % months == 0 ? 12 / months : 1;
        }
        if (seconds >= WEEK_SECONDS) {
            return (int) Math.max(1, Math.round(365.25 / days()));
        }
        long season = seconds < DAY_SECONDS ? DAY_SECONDS : WEEK_SECONDS;
        return season % seconds == 0 ? Math.toIntExact(season / seconds) : 1;
    }
}
