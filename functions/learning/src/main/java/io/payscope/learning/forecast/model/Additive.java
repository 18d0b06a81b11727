package io.payscope.learning.forecast.model;

import io.payscope.learning.forecast.additive.AdditiveFit;
import io.payscope.learning.forecast.additive.AdditiveModel;
import io.payscope.learning.forecast.additive.AdditiveOptions;
import io.payscope.learning.forecast.additive.Seasonality;
import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prophet's additive model of a series.
 *
 * @param model fitted
 * @param end the step after the history
 * @param step distance of two values
 */
public record Additive(AdditiveModel model, Instant end, Step step) {

    /** A history whose partial edges were cut off is a little shorter than the two days that it stems from. */
    private static final double DAILY_FROM_DAYS = 1.5;

    /**
     * Fits.
     *
     * @param history gaps are left out
     * @param options what to fit
     */
    static Additive fit(Series history, AdditiveOptions options) {
        double[] days = history.days(0, history.length());
        double span = days[days.length - 1] - days[0];
        double stepDays = history.step().days();
        List<Seasonality> seasons = new ArrayList<>(Seasonality.automatic(span, stepDays, options.seasonPriorScale()));
        if (stepDays < 1 && span < 2 && span >= DAILY_FROM_DAYS) {
            seasons.add(Seasonality.daily(options.seasonPriorScale()));
        }
        AdditiveOptions chosen = options.seasons() == null ? options.withSeasons(seasons) : options;
        return new Additive(
                AdditiveFit.of(days, history.values(), chosen), history.at(history.length()), history.step());
    }

    /** @return one value a step after the history */
    public double[] forecast(int horizon) {
        double[] none = new double[horizon];
        return model.forecast(new Series(end, step, none).days(0, horizon));
    }

    /** @return what the model leaves of each value of its history; NaN in gaps */
    double[] residuals(Series history) {
        double[] fitted = model.forecast(history.days(0, history.length()));
        double[] residuals = history.values().clone();
        Arrays.setAll(residuals, i -> residuals[i] - fitted[i]);
        return residuals;
    }
}
