package io.payscope.learning.forecast;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well models would have forecast the past: fitted to the history up to each origin and compared with what came
 * after it. Errors are MASE (Hyndman and Koehler 2006): mean absolute error over the horizon, divided by the mean
 * absolute difference between values one season apart before the origin.
 *
 * @param horizon steps forecast from each origin; shorter than asked for where the history is short
 * @param trials one an origin, oldest first; origins with a scale of 0 (a history that repeats exactly) are left out
 */
public record Backtest(int horizon, List<Trial> trials) {

    private static final int MAXIMUM_ORIGINS = 10;

    public Backtest {
        trials = List.copyOf(trials);
    }

    /**
     * One origin.
     *
     * @param historySteps steps that the models saw
     * @param scale mean absolute difference one season apart
     * @param seasonalNaive MASE of repeating the last season
     * @param additive MASE of the additive model
     */
    public record Trial(int historySteps, double scale, double seasonalNaive, double additive) {}

    /**
     * Runs the backtest over up to 10 origins, as far apart as the history allows but at most a season.
     *
     * @param series the history
     * @param seasonLength steps of a season
     * @param horizon steps to forecast
     */
    static Backtest of(Series series, int seasonLength, int horizon) {
        int length = series.length();
        int shortest = Math.max(seasonLength + 2, Math.min(2 * seasonLength, length / 2));
        int steps = Math.min(horizon, length - shortest);
        if (steps < 1) {
            return new Backtest(0, List.of());
        }
        int room = length - steps - shortest;
        int spacing = Math.clamp(room / (MAXIMUM_ORIGINS - 1), 1, Math.max(1, seasonLength));
        int origins = Math.min(MAXIMUM_ORIGINS, room / spacing + 1);
        List<Trial> trials = IntStream.range(0, origins)
                .map(i -> length - steps - (origins - 1 - i) * spacing)
                .mapToObj(origin -> trial(series, origin, seasonLength, steps))
                .filter(trial -> trial.scale() > 0)
                .toList();
        return new Backtest(steps, trials);
    }

    private static Trial trial(Series series, int origin, int seasonLength, int horizon) {
        Series history = series.head(origin);
        double scale = 0;
        for (int i = seasonLength; i < origin; i++) {
            scale += Math.abs(history.values()[i] - history.values()[i - seasonLength]);
        }
        scale /= origin - seasonLength;
        double[] naive = FittedSeries.SeasonalNaive.fit(history, seasonLength).forecast(horizon);
        double[] additive = AdditiveFit.of(history).forecast(horizon);
        return new Trial(origin, scale, error(series, origin, naive) / scale, error(series, origin, additive) / scale);
    }

    private static double error(Series series, int origin, double[] forecast) {
        double sum = 0;
        for (int i = 0; i < forecast.length; i++) {
            sum += Math.abs(series.values()[origin + i] - forecast[i]);
        }
        return sum / forecast.length;
    }

    /** @return whether there is an origin with a scale, without which there is no MASE */
    public boolean scaled() {
        return !trials.isEmpty();
    }

    /** @return mean MASE of repeating the last season, NaN where there is none */
    public double seasonalNaive() {
        return trials.stream().mapToDouble(Trial::seasonalNaive).average().orElse(Double.NaN);
    }

    /** @return mean MASE of the additive model, NaN where there is none */
    public double additive() {
        return trials.stream().mapToDouble(Trial::additive).average().orElse(Double.NaN);
    }
}
