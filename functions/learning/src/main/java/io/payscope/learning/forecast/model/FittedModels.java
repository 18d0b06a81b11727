package io.payscope.learning.forecast.model;

import io.payscope.learning.forecast.additive.AdditiveOptions;
import io.payscope.learning.forecast.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models fitted to a series. Those that a history does not allow, or that were dropped because the choice does not
 * need them, are null.
 *
 * @param nonNegative whether forecasts end at 0: neither counts nor sums of payments lie below
 * @param seasonalNaive repeats the last season
 * @param seasonalMean repeats the mean of the last seasons
 * @param smoothing exponential smoothing
 * @param additive the additive model
 * @param residualLags autoregression of what the additive model leaves
 * @param boosted trees on the series' own past
 * @param boostedGlobal trees on the past of all the bank's series
 */
public record FittedModels(
        boolean nonNegative,
        SeasonalNaive seasonalNaive,
        @Nullable SeasonalNaive seasonalMean,
        @Nullable Smoothing smoothing,
        @Nullable Additive additive,
        @Nullable ResidualLags residualLags,
        @Nullable BoostedLags boosted,
        @Nullable BoostedLags boostedGlobal) {

    /**
     * Fits.
     *
     * @param histories the series, and after it the others of its bank, all of one length; gaps are NaN
     * @param seasonLength steps of a season
     * @param wanted what to fit, ensembles standing for their members; the seasonal naive forecast always is
     */
    public static FittedModels fit(List<Series> histories, int seasonLength, Set<Candidate> wanted) {
        Series history = histories.getFirst();
        List<Series> filled = histories.stream().map(Series::filled).toList();
        Series whole = filled.getFirst();
        boolean ensemble = wanted.stream().anyMatch(Candidate::ensemble);
        boolean lags = wants(wanted, Candidate.ADDITIVE_LAGS, ensemble);
        // A Fourier season is free to be anything on weekdays that were never seen, and is.
        Series seen = history.knowsWholeSeason(seasonLength) ? history : whole;
        Additive additive = history.known() > 0 && (lags || wants(wanted, Candidate.ADDITIVE, ensemble))
                ? Additive.fit(seen, AdditiveOptions.DEFAULTS)
                : null;
        return new FittedModels(
                history.nonNegative(),
                SeasonalNaive.last(whole, seasonLength),
                wants(wanted, Candidate.SEASONAL_MEAN, ensemble) ? SeasonalNaive.mean(whole, seasonLength) : null,
                wants(wanted, Candidate.SMOOTHING, ensemble) ? SmoothingFit.of(whole, seasonLength) : null,
                additive,
                additive != null && lags ? ResidualLags.fit(additive.residuals(seen), seasonLength) : null,
                wants(wanted, Candidate.BOOSTED, ensemble) ? BoostedFit.of(List.of(whole), seasonLength) : null,
                filled.size() > 1 && wanted.contains(Candidate.BOOSTED_GLOBAL)
                        ? BoostedFit.of(filled, seasonLength)
                        : null);
    }

    /**
     * These models after another history of the same series: all are fitted to it, but for boosted trees, which stay
     * as they were trained and go on from its last values. So it takes no native library.
     *
     * @param histories as for {@link #fit}
     * @param seasonLength as for {@link #fit}
     * @param wanted as for {@link #fit}; trees that were not fitted before are not there afterwards
     */
    public FittedModels after(List<Series> histories, int seasonLength, Set<Candidate> wanted) {
        Set<Candidate> members = EnumSet.noneOf(Candidate.class);
        wanted.forEach(candidate -> members.addAll(candidate.ensemble() ? Candidate.MEMBERS : Set.of(candidate)));
        boolean trees = members.remove(Candidate.BOOSTED);
        boolean globalTrees = members.remove(Candidate.BOOSTED_GLOBAL);
        FittedModels fitted = fit(histories, seasonLength, members);
        Series whole = histories.getFirst().filled();
        return new FittedModels(
                fitted.nonNegative,
                fitted.seasonalNaive,
                fitted.seasonalMean,
                fitted.smoothing,
                fitted.additive,
                fitted.residualLags,
                trees && boosted != null ? boosted.after(whole) : null,
                globalTrees && boostedGlobal != null ? boostedGlobal.after(whole) : null);
    }

    private static boolean wants(Set<Candidate> wanted, Candidate candidate, boolean ensemble) {
        return wanted.contains(candidate) || ensemble && Candidate.MEMBERS.contains(candidate);
    }

    /**
     * Forecasts.
     *
     * @param candidate by what
     * @param horizon steps after the history
     * @return one value a step, or null if the candidate was not fitted
     */
    public double @Nullable [] forecast(Candidate candidate, int horizon) {
        double[] forecast =
                switch (candidate) {
                    case SEASONAL_NAIVE -> seasonalNaive.forecast(horizon);
                    case SEASONAL_MEAN -> seasonalMean == null ? null : seasonalMean.forecast(horizon);
                    case SMOOTHING -> smoothing == null ? null : smoothing.forecast(horizon);
                    case ADDITIVE -> additive == null ? null : additive.forecast(horizon);
                    case ADDITIVE_LAGS -> corrected(horizon);
                    case BOOSTED -> boosted == null ? null : boosted.forecast(horizon);
                    case BOOSTED_GLOBAL -> boostedGlobal == null ? null : boostedGlobal.forecast(horizon);
                    case ENSEMBLE_MEAN, ENSEMBLE_MEDIAN -> together(candidate, horizon);
                };
        if (forecast != null && nonNegative) {
            Arrays.setAll(forecast, i -> Math.max(0, forecast[i]));
        }
        return forecast;
    }

    private double @Nullable [] corrected(int horizon) {
        if (additive == null || residualLags == null) {
            return null;
        }
        double[] forecast = additive.forecast(horizon);
        double[] residuals = residualLags.forecast(horizon);
        Arrays.setAll(forecast, i -> forecast[i] + residuals[i]);
        return forecast;
    }

    private double @Nullable [] together(Candidate candidate, int horizon) {
        List<double[]> forecasts = new ArrayList<>();
        for (Candidate member : Candidate.MEMBERS) {
            double[] forecast = forecast(member, horizon);
            if (forecast != null) {
                forecasts.add(forecast);
            }
        }
        if (forecasts.size() < 2) {
            return null;
        }
        double[] together = new double[horizon];
        double[] column = new double[forecasts.size()];
        for (int i = 0; i < horizon; i++) {
            for (int j = 0; j < column.length; j++) {
                column[j] = forecasts.get(j)[i];
            }
            together[i] =
                    candidate == Candidate.ENSEMBLE_MEAN ? Arrays.stream(column).sum() / column.length : median(column);
        }
        return together;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
