package io.payscope.learning.bench;

import io.payscope.learning.forecast.model.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether the choice is good enough: its mean MASE over all series and horizons is no higher than the lower of the means
 * of Prophet's model and boosted autoregression, ours and, where all rows are in the reference table, the published
 * ones; and on no series is it above 1.10 of the seasonal naive forecast.
 *
 * @param choice mean MASE
 * @param additive mean MASE of our additive model
 * @param boosted mean MASE of our boosted autoregression, over the rows where it was fitted at every origin
 * @param ratio of the choice to the lower of these two, on the rows of each
 * @param publishedAdditive published mean, NaN where a row is not in the reference table
 * @param publishedBoosted published mean, NaN where a row is not in the reference table
 * @param publishedRatio of the choice to the lower of these two, NaN where there are none
 * @param failures what is not met
 */
record Verdict(
        double choice,
        double additive,
        double boosted,
        double ratio,
        double publishedAdditive,
        double publishedBoosted,
        double publishedRatio,
        List<String> failures) {

    /** Share of the lower mean that is aimed at. */
    static final double AIM = 0.95;

    private static final double MOST_OVER_FLOOR = 1.10;

    static Verdict of(List<Evaluation> rows) {
        ToDoubleFunction<Evaluation> additive = row -> row.mean(Candidate.ADDITIVE);
        ToDoubleFunction<Evaluation> boosted = row -> row.mean(Candidate.BOOSTED);
        ToDoubleFunction<Evaluation> publishedAdditive = row -> PublishedForecasts.of(row.name(), row.horizon())
                .map(PublishedForecasts::prophet)
                .orElse(Double.NaN);
        ToDoubleFunction<Evaluation> publishedBoosted = row -> PublishedForecasts.of(row.name(), row.horizon())
                .map(PublishedForecasts::boosted)
                .orElse(Double.NaN);
        double ratio = Math.max(ratio(rows, additive), ratio(rows, boosted));
        boolean published = rows.stream().allMatch(row -> PublishedForecasts.of(row.name(), row.horizon())
                .isPresent());
        double publishedRatio =
                published ? Math.max(ratio(rows, publishedAdditive), ratio(rows, publishedBoosted)) : Double.NaN;
        List<String> failures = new ArrayList<>();
        compare(failures, "our two models", ratio);
        compare(failures, "the two published models", publishedRatio);
        for (Evaluation row : rows) {
            if (row.overFloor() > MOST_OVER_FLOOR) {
                failures.add(String.format(
                        Locale.ROOT,
                        "%s at %d steps: %.2f x seasonal naive, above %.2f",
                        row.name(),
                        row.horizon(),
                        row.overFloor(),
                        MOST_OVER_FLOOR));
            }
            if (row.unconverged() > 0) {
                failures.add(row.name() + " at " + row.horizon() + " steps: " + row.unconverged()
                        + " fits of the additive model without convergence");
            }
        }
        return new Verdict(
                mean(rows, Evaluation::choice),
                mean(known(rows, additive), additive),
                mean(known(rows, boosted), boosted),
                ratio,
                mean(rows, publishedAdditive),
                mean(rows, publishedBoosted),
                publishedRatio,
                failures);
    }

    private static void compare(List<String> failures, String what, double ratio) {
        if (ratio > 1) {
            failures.add(String.format(
                    Locale.ROOT, "mean MASE of the choice is %.3f of the lower mean of %s, above 1", ratio, what));
        }
    }

    /** The choice over a model, on the rows that the model has; 0 where it has none. */
    private static double ratio(List<Evaluation> rows, ToDoubleFunction<Evaluation> model) {
        List<Evaluation> known = known(rows, model);
        return known.isEmpty() ? 0 : mean(known, Evaluation::choice) / mean(known, model);
    }

    private static List<Evaluation> known(List<Evaluation> rows, ToDoubleFunction<Evaluation> model) {
        return rows.stream()
                .filter(row -> Double.isFinite(model.applyAsDouble(row)))
                .toList();
    }

    private static double mean(List<Evaluation> rows, ToDoubleFunction<Evaluation> value) {
        return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
