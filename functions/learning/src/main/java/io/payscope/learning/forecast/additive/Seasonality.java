package io.payscope.learning.forecast.additive;

import java.util.ArrayList;
import java.util.List;

/**
 * A season as a Fourier sum, its phase counted from 1970-01-01 UTC.
 *
 * @param name such as {@code weekly}
 * @param periodDays its length
 * @param order number of sine and cosine pairs
 * @param priorScale standard deviation of the prior on each coefficient, in units of the largest absolute value
 */
public record Seasonality(String name, double periodDays, int order, double priorScale) {

    private static final double YEAR_DAYS = 365.25;
    private static final double TWO_YEARS_DAYS = 730;

    /** Prophet's yearly season. */
    public static Seasonality yearly(double priorScale) {
        return new Seasonality("yearly", YEAR_DAYS, 10, priorScale);
    }

    /** Prophet's weekly season. */
    public static Seasonality weekly(double priorScale) {
        return new Seasonality("weekly", 7, 3, priorScale);
    }

    /** Prophet's daily season. */
    public static Seasonality daily(double priorScale) {
        return new Seasonality("daily", 1, 4, priorScale);
    }

    /**
     * The seasons that Prophet adds by itself: yearly from two years on, weekly from two weeks on where the step is
     * less than a week, daily from two days on where the step is less than a day.
     *
     * @param spanDays from the first to the last observation
     * @param stepDays least distance between two observations
     * @param priorScale of each
     */
    public static List<Seasonality> automatic(double spanDays, double stepDays, double priorScale) {
        List<Seasonality> seasons = new ArrayList<>();
        if (spanDays >= TWO_YEARS_DAYS) {
            seasons.add(yearly(priorScale));
        }
        if (spanDays >= 14 && stepDays < 7) {
            seasons.add(weekly(priorScale));
        }
        if (spanDays >= 2 && stepDays < 1) {
            seasons.add(daily(priorScale));
        }
        return seasons;
    }
}
