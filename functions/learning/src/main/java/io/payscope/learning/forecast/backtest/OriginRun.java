package io.payscope.learning.forecast.backtest;

import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.model.FittedModels;
import io.payscope.learning.forecast.series.Series;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All candidates fitted to the history before one origin, and what came after it. Errors are MASE (Hyndman and Koehler
 * 2006): mean absolute error over the horizon, divided by the mean absolute difference between values one season apart
 * before the origin.
 *
 * @param historySteps that the models saw
 * @param scale mean absolute difference one season apart in all of that history; 0 if it repeats exactly
 * @param recentScale the same over its last eight seasons
 * @param actual what came
 * @param forecasts one a candidate that the history allows
 * @param converged whether the additive model, if fitted, met the conditions of its optimum
 */
@SuppressWarnings("ArrayRecordComponent") // Lives within one backtest; never compared.
public record OriginRun(
        int historySteps,
        double scale,
        double recentScale,
        double[] actual,
        Map<Candidate, double[]> forecasts,
        boolean converged) {

    private static final int RECENT_SEASONS = 8;

    /**
     * Fits and forecasts.
     *
     * @param histories the series, and after it the others of its bank, of one length; gaps are NaN
     * @param origin steps of history
     * @param seasonLength steps of a season, less than the origin
     * @param horizon steps to forecast; the series reaches as far
     * @param wanted candidates
     */
    public static OriginRun of(
            List<Series> histories, int origin, int seasonLength, int horizon, Set<Candidate> wanted) {
        FittedModels models = FittedModels.fit(
                histories.stream().map(series -> series.head(origin)).toList(), seasonLength, wanted);
        double[] filled = histories.getFirst().filled().values();
        Map<Candidate, double[]> forecasts = new EnumMap<>(Candidate.class);
        for (Candidate candidate : wanted) {
            double[] forecast = models.forecast(candidate, horizon);
            if (forecast != null && Arrays.stream(forecast).allMatch(Double::isFinite)) {
                forecasts.put(candidate, forecast);
            }
        }
        double[] known = histories.getFirst().head(origin).filled().values();
        return new OriginRun(
                origin,
                seasonalScale(known, seasonLength, seasonLength),
                seasonalScale(known, Math.max(seasonLength, origin - RECENT_SEASONS * seasonLength), seasonLength),
                Arrays.copyOfRange(filled, origin, origin + horizon),
                forecasts,
                models.additive() == null || models.additive().model().converged());
    }

    /** @return mean absolute difference of values one season apart, from a step on; 0 where there is none */
    public static double seasonalScale(double[] values, int from, int seasonLength) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - seasonLength]);
        }
        return values.length > from ? sum / (values.length - from) : 0;
    }

    /** @return error of a candidate, or null where it was not fitted or the history has no scale */
    public @Nullable Double mase(Candidate candidate) {
        double[] forecast = forecasts.get(candidate);
        if (forecast == null || scale == 0) {
            return null;
        }
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Math.abs(actual[i] - forecast[i]);
        }
        return sum / actual.length / scale;
    }
}
