package io.payscope.learning.forecast;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.series.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bank's forecasts, as stored in {@code model.json}.
 *
 * @param grain length of a step
 * @param horizon steps that were asked for
 * @param series one a series
 */
public record ForecastModel(Grain grain, int horizon, List<SeriesModel> series) {

    /** Raised when the same buckets would give another model. */
    public static final String ALGORITHM_VERSION = "forecast-2";

    public ForecastModel {
        series = List.copyOf(series);
    }

    /**
     * Fits transactions, amounts and, where there are any, frauds.
     *
     * @param buckets in time order, at the plan's grain
     * @param plan how to forecast
     * @return the model, or empty if the history without its partial edges is below the plan's minimum length
     * @throws ConfigFault if the plan's numbers make no sense
     */
    public static Optional<ForecastModel> fit(List<TimeBucket> buckets, ForecastPlan plan) {
        if (plan.seasonLength() < 1 || plan.horizon() < 1 || plan.minimumLength() <= plan.seasonLength()) {
            throw new ConfigFault("forecast plan: expected a season and a horizon from 1 and a minimum length above the"
                    + " season, found " + plan);
        }
        Map<String, Series> all = BankSeries.of(buckets, plan.grain());
        if (all.values().iterator().next().length() < plan.minimumLength()) {
            return Optional.empty();
        }
        List<SeriesModel> models = all.keySet().stream()
                .map(name -> SeriesModel.fit(name, BankSeries.first(name, all), plan.seasonLength(), plan.horizon()))
                .toList();
        return Optional.of(new ForecastModel(plan.grain(), plan.horizon(), models));
    }

    /**
     * The history that a model of these buckets was fitted to.
     *
     * @param name of one of its series
     * @param buckets in time order
     * @param grain length of a bucket
     */
    public static Series history(String name, List<TimeBucket> buckets, Grain grain) {
        return BankSeries.first(name, BankSeries.of(buckets, grain)).getFirst();
    }

    /** @return the numbers of the run summary, by name */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        series.forEach(one -> metrics.putAll(one.metrics()));
        metrics.put("horizon", (double) horizon);
        metrics.put("backtestHorizon", (double) series.getFirst().backtest().horizon());
        metrics.put("origins", (double) series.getFirst().backtest().trials().size());
        metrics.put("length", (double) series.getFirst().historySteps());
        metrics.put("unconverged", (double)
                series.stream().mapToInt(one -> one.backtest().unconverged()).sum());
        return metrics;
    }
}
