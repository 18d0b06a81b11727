package io.payscope.learning.forecast;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The model of one series. Both candidates are kept, so that a reader can compare them.
 *
 * @param name {@code volume} or {@code amount}
 * @param historyStart first instant of the history
 * @param historySteps its length
 * @param chosen which candidate forecasts
 * @param seasonalNaive repeats the last season
 * @param additive the additive model
 * @param backtest on which the choice rests
 */
public record SeriesModel(
        String name,
        Instant historyStart,
        int historySteps,
        Candidate chosen,
        FittedSeries.SeasonalNaive seasonalNaive,
        FittedSeries.Additive additive,
        Backtest backtest) {

    /** The models that compete. */
    public enum Candidate {
        SEASONAL_NAIVE,
        ADDITIVE
    }

    /**
     * Fits both candidates and chooses the one with the lower mean MASE on the backtest. Without a backtest, as with a
     * constant series, or at a tie, it is the seasonal naive forecast.
     *
     * @param name of the series
     * @param series the history, longer than a season
     * @param seasonLength steps of a season
     * @param horizon steps to forecast
     */
    static SeriesModel fit(String name, Series series, int seasonLength, int horizon) {
        Backtest backtest = Backtest.of(series, seasonLength, horizon);
        boolean additiveWins = backtest.additive() < backtest.seasonalNaive();
        return new SeriesModel(
                name,
                series.start(),
                series.length(),
                additiveWins ? Candidate.ADDITIVE : Candidate.SEASONAL_NAIVE,
                FittedSeries.SeasonalNaive.fit(series, seasonLength),
                AdditiveFit.of(series),
                backtest);
    }

    /** @return one value a step after the history */
    public double[] forecast(int horizon) {
        return switch (chosen) {
            case SEASONAL_NAIVE -> seasonalNaive.forecast(horizon);
            case ADDITIVE -> additive.forecast(horizon);
        };
    }

    /** @return mean MASE of the chosen candidate on the backtest, or null where there is none */
    public @Nullable Double mase() {
        if (!backtest.scaled()) {
            return null;
        }
        return switch (chosen) {
            case SEASONAL_NAIVE -> backtest.seasonalNaive();
            case ADDITIVE -> backtest.additive();
        };
    }

    /** @return the numbers of the run summary, by name; no MASE where the backtest has no scale */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        Double mase = mase();
        if (mase != null) {
            metrics.put(name + "Mase", mase);
            metrics.put(name + "NaiveMase", backtest.seasonalNaive());
            metrics.put(name + "AdditiveMase", backtest.additive());
        }
        return metrics;
    }
}
