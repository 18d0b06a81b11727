package io.payscope.trainforecast;

import io.payscope.core.model.BankId;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.learning.forecast.chart.ForecastChart;
import io.payscope.learning.forecast.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The chart of a bank's forecasts: the last horizons of its history, the forecast and both intervals. */
final class BankChart {

    /** Horizons of history before the forecast. */
    private static final int PAST_HORIZONS = 5;

    private BankChart() {}

    static String svg(BankId bank, ForecastModel model, List<TimeBucket> buckets) {
        return ForecastChart.svg(
                "Forecasts of bank " + bank,
                model.series().stream()
                        .map(series ->
                                panel(series, model, ForecastModel.history(series.name(), buckets, model.grain())))
                        .toList());
    }

    private static ForecastChart.Panel panel(SeriesModel series, ForecastModel model, Series history) {
        int horizon = model.horizon();
        int length = history.length();
        int from = Math.max(0, length - PAST_HORIZONS * horizon);
        Double mase = series.mase();
        String title = series.name() + ": "
                + series.chosen().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (mase == null ? "" : String.format(Locale.ROOT, ", MASE %.2f", mase))
                + ", 80 % and 95 % intervals";
        return new ForecastChart.Panel(
                title,
                history.at(from),
                history.at(length + horizon),
                Arrays.copyOfRange(history.values(), from, length),
                series.forecast(horizon),
                series.interval(80, horizon),
                series.interval(95, horizon));
    }
}
