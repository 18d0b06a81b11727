package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import io.payscope.learning.forecast.SeriesModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Forecasts a series by the bank's model in use, as far as it was asked to look. Thread-safe. */
public final class ReadForecast {

    private final ForecastModels models;

    public ReadForecast(ForecastModels models) {
        this.models = models;
    }

    /**
     * Forecasts.
     *
     * @param name such as {@code volume}
     * @throws io.payscope.http.Refusal 404 if the bank has no model, or the model no such series
     */
    public SeriesForecast read(BankId bank, String name) {
        ForecastModels.Loaded loaded = models.of(bank);
        SeriesModel series = loaded.series(name);
        int horizon = loaded.model().horizon();
        double[] values = series.forecast(horizon);
        double[][] inner = series.interval(80, horizon);
        double[][] outer = series.interval(95, horizon);
        Duration step = loaded.model().grain().length();
        List<SeriesForecast.Point> points = IntStream.range(0, horizon)
                .mapToObj(i -> new SeriesForecast.Point(
                        series.historyStart().plus(step.multipliedBy(series.historySteps() + i)),
                        values[i],
                        inner[0][i],
                        inner[1][i],
                        outer[0][i],
                        outer[1][i]))
                .toList();
        Map<String, Double> backtest = new TreeMap<>(loaded.card().metrics());
        backtest.keySet().removeIf(metric -> !metric.startsWith(name));
        return new SeriesForecast(
                bank, name, loaded.card().version(), series.chosen().name(), points, backtest);
    }
}
