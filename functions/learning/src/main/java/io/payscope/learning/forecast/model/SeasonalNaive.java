package io.payscope.learning.forecast.model;

import io.payscope.learning.forecast.series.Series;
import java.util.Arrays;
import java.util.List;

/**
 * Repeats the last season, or the mean of the last seasons.
 *
 * @param season one value a step of the season, oldest first
 */
public record SeasonalNaive(List<Double> season) {

    /** Seasons that {@link #mean} takes the mean of. */
    private static final int SEASONS = 4;

    public SeasonalNaive {
        season = List.copyOf(season);
    }

    /**
     * Takes the last season.
     *
     * @param history without gaps, not empty
     * @param seasonLength steps of a season; the last value alone is repeated where the history is shorter
     */
    public static SeasonalNaive last(Series history, int seasonLength) {
        return of(history, seasonLength, 1);
    }

    /** Takes the mean of the last four seasons, or of as many as there are. */
    public static SeasonalNaive mean(Series history, int seasonLength) {
        return of(history, seasonLength, SEASONS);
    }

    private static SeasonalNaive of(Series history, int seasonLength, int seasons) {
        double[] values = history.values();
        int length = values.length < seasonLength ? 1 : seasonLength;
        int count = Math.min(seasons, values.length / length);
        Double[] season = new Double[length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int back = 1; back <= count; back++) {
                sum += values[values.length - back * length + i];
            }
            season[i] = sum / count;
        }
        return new SeasonalNaive(Arrays.asList(season));
    }

    /** @return one value a step after the history */
    public double[] forecast(int horizon) {
        double[] forecast = new double[horizon];
        Arrays.setAll(forecast, i -> season.get(i % season.size()));
        return forecast;
    }
}
