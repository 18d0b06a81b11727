package io.payscope.learning.forecast;

import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.model.Candidate;
import io.payscope.learning.forecast.model.FittedModels;
import io.payscope.learning.forecast.series.Series;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * A what-if: the last steps of the history had been others, and the forecast is made again.
 *
 * @param steps at the end of the history that it changes, at least 1
 * @param volumeMultiplier of transactions, and with them of amounts and frauds, from 0
 * @param fraudSpike frauds added to each of the steps, from 0
 */
public record Scenario(int steps, double volumeMultiplier, double fraudSpike) {

    public Scenario {
        if (steps < 1 || !(volumeMultiplier >= 0) || !(fraudSpike >= 0)) {
            throw new IllegalArgumentException("a scenario changes at least 1 step and has numbers from 0, found "
                    + steps + ", " + volumeMultiplier + ", " + fraudSpike);
        }
    }

    /**
     * A forecast with and without the change.
     *
     * @param series its name
     * @param baseline as things are, one value a step
     * @param changed as they would be
     */
    public record Comparison(String series, List<Double> baseline, List<Double> changed) {

        public Comparison {
            baseline = List.copyOf(baseline);
            changed = List.copyOf(changed);
        }

        /** @return sum of the changed forecast over that of the baseline; NaN where the baseline is 0 */
        public double ratio() {
            double before = baseline.stream().mapToDouble(Double::doubleValue).sum();
            double after = changed.stream().mapToDouble(Double::doubleValue).sum();
            return before == 0 ? Double.NaN : after / before;
        }
    }

    /**
     * Fits the chosen models again to the changed history and forecasts; boosted trees stay as they were trained and go
     * on from the changed history, see {@link FittedModels#after}. The choice stays: what changes is the history and not
     * which model suits the bank.
     *
     * @param baseline the model of the buckets as they are
     * @param buckets of the ledger; those after the history that it was fitted to do not count
     * @param plan that it was fitted by
     * @return one comparison a series
     */
    public List<Comparison> run(ForecastModel baseline, List<TimeBucket> buckets, ForecastPlan plan) {
        List<Comparison> comparisons = new ArrayList<>();
        for (SeriesModel model : baseline.series()) {
            FittedModels refitted = model.models()
                    .after(
                            List.of(changed(model.name(), BankSeries.history(model, buckets))),
                            plan.seasonLength(),
                            EnumSet.of(Candidate.SEASONAL_NAIVE, model.chosen()));
            double[] forecast = refitted.forecast(model.chosen(), plan.horizon());
            comparisons.add(new Comparison(
                    model.name(),
                    boxed(model.forecast(plan.horizon())),
                    boxed(forecast == null ? refitted.seasonalNaive().forecast(plan.horizon()) : forecast)));
        }
        return comparisons;
    }

    private Series changed(String name, Series series) {
        double[] values = series.values().clone();
        double spike = name.equals(BankSeries.FRAUDS) ? fraudSpike : 0;
        for (int i = Math.max(0, values.length - steps); i < values.length; i++) {
            values[i] = values[i] * volumeMultiplier + spike;
        }
        return series.with(values);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> boxed = new ArrayList<>(values.length);
        for (double value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
