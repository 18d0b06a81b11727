package io.payscope.learning.forecast;

import io.payscope.learning.forecast.backtest.Backtest;
import io.payscope.learning.forecast.backtest.Choice;
import io.payscope.learning.forecast.backtest.Coverage;
import io.payscope.learning.forecast.backtest.Intervals;
import io.payscope.learning.forecast.backtest.OriginRun;
import io.payscope.learning.forecast.backtest.Origins;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.model.FittedModels;
import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The model of one series: all that its forecasts need.
 *
 * @param name such as {@code volume}
 * @param kind what the series allows
 * @param historyStart first instant of the history
 * @param step distance of two values
 * @param historySteps length of the history
 * @param chosen which candidate forecasts
 * @param models fitted to the whole history: the floor, the additive model, and what the choice needs
 * @param intervals about its forecasts
 * @param backtest on which choice and intervals rest
 */
public record SeriesModel(
        String name,
        SeriesKind kind,
        Instant historyStart,
        Step step,
        int historySteps,
        Candidate chosen,
        FittedModels models,
        Intervals intervals,
        Backtest backtest) {

    /**
     * Backtests, chooses and fits. The choice is made by {@link Choice} at past origins only.
     *
     * @param name of the series
     * @param histories the series, and after it the others of its bank, all of one length; not empty
     * @param seasonLength steps of a season
     * @param horizon steps to forecast
     */
    public static SeriesModel fit(String name, List<Series> histories, int seasonLength, int horizon) {
        Series history = histories.getFirst();
        SeriesKind kind = SeriesKind.of(history, seasonLength);
        List<OriginRun> runs = runs(kind, histories, seasonLength, horizon);
        Candidate chosen = Choice.of(runs);
        double[] filled = history.filled().values();
        double recentScale =
                OriginRun.seasonalScale(filled, Math.max(seasonLength, filled.length - 8 * seasonLength), seasonLength);
        Set<Candidate> kept = EnumSet.of(Candidate.SEASONAL_NAIVE, chosen);
        if (kind.candidates().contains(Candidate.ADDITIVE)) {
            kept.add(Candidate.ADDITIVE);
        }
        return new SeriesModel(
                name,
                kind,
                history.start(),
                history.step(),
                history.length(),
                chosen,
                FittedModels.fit(histories, seasonLength, kept),
                runs.isEmpty()
                        ? Intervals.ofDifferences(filled, seasonLength, horizon)
                        : Intervals.of(runs, chosen, recentScale),
                Backtest.of(runs));
    }

    private static List<OriginRun> runs(SeriesKind kind, List<Series> histories, int seasonLength, int horizon) {
        if (kind == SeriesKind.SHORT || kind == SeriesKind.ZERO || kind == SeriesKind.CONSTANT) {
            return List.of();
        }
        Origins origins = Origins.of(histories.getFirst().length(), seasonLength, horizon);
        return origins.historySteps()
                .mapToObj(origin -> OriginRun.of(histories, origin, seasonLength, origins.horizon(), kind.candidates()))
                .toList();
    }

    /** @return one value a step after the history */
    public double[] forecast(int horizon) {
        double[] forecast = models.forecast(chosen, horizon);
        return forecast == null ? models.seasonalNaive().forecast(horizon) : forecast;
    }

    /**
     * The edges of an interval.
     *
     * @param level 80 or 95
     * @param horizon steps after the history
     * @return lower and upper edges, one a step; no edge lies below 0 where no value of the history does
     */
    public double[][] interval(int level, int horizon) {
        double[] forecast = forecast(horizon);
        double[][] edges = new double[2][horizon];
        for (int i = 0; i < horizon; i++) {
            double half = intervals.half(level, i);
            double lower = forecast[i] - half;
            edges[0][i] = models.nonNegative() ? Math.max(0, lower) : lower;
            edges[1][i] = forecast[i] + half;
        }
        return edges;
    }

    /** @return mean MASE of the chosen candidate on the backtest, or null where there is none */
    public @Nullable Double mase() {
        return backtest.means().get(chosen);
    }

    /** @return the numbers of the run summary, by name; no MASE where the backtest has no scale */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        Double mase = mase();
        if (mase != null) {
            metrics.put(name + "Mase", mase);
        }
        put(metrics, "NaiveMase", backtest.means().get(Candidate.SEASONAL_NAIVE));
        put(metrics, "AdditiveMase", backtest.means().get(Candidate.ADDITIVE));
        Coverage coverage = backtest.coverage();
        if (coverage != null) {
            metrics.put(name + "Coverage80", coverage.within80());
            metrics.put(name + "Coverage95", coverage.within95());
        }
        return metrics;
    }

    private void put(Map<String, Double> metrics, String suffix, @Nullable Double value) {
        if (value != null) {
            metrics.put(name + suffix, value);
        }
    }
}
