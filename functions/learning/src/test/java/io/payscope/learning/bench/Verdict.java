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
 * @param boosted mean MASE of our boosted autoregression
 * @param publishedAdditive published mean, NaN where a row is not in the reference table
 * @param publishedBoosted published mean, NaN where a row is not in the reference table
 * @param failures what is not met
 */
record Verdict(
        double choice,
        double additive,
        double boosted,
        double publishedAdditive,
        double publishedBoosted,
        List<String> failures) {

    /** Share of the lower mean that is aimed at. */
    static final double AIM = 0.95;

    private static final double MOST_OVER_FLOOR = 1.10;

    static Verdict of(List<Evaluation> rows) {
        double choice = mean(rows, Evaluation::choice);
        double additive = mean(rows, row -> row.mean(Candidate.ADDITIVE));
        double boosted = mean(rows, row -> row.mean(Candidate.BOOSTED));
        double publishedAdditive = mean(rows, row -> Published.of(row.name(), row.horizon())
                .map(Published::prophet)
                .orElse(Double.NaN));
        double publishedBoosted = mean(rows, row -> Published.of(row.name(), row.horizon())
                .map(Published::boosted)
                .orElse(Double.NaN));
        List<String> failures = new ArrayList<>();
        compare(failures, "our two models", choice, lower(additive, boosted));
        compare(failures, "the two published models", choice, lower(publishedAdditive, publishedBoosted));
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
        return new Verdict(choice, additive, boosted, publishedAdditive, publishedBoosted, failures);
    }

    private static void compare(List<String> failures, String what, double choice, double bar) {
        if (choice > bar) {
            failures.add(String.format(
                    Locale.ROOT, "mean MASE of the choice %.3f, above the lower mean of %s, %.3f", choice, what, bar));
        }
    }

    /** @return the lower of the means of our two models */
    double bar() {
        return lower(additive, boosted);
    }

    /** @return the lower of the published means, NaN where there are none */
    double publishedBar() {
        return lower(publishedAdditive, publishedBoosted);
    }

    private static double lower(double one, double other) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
    }

    private static double mean(List<Evaluation> rows, ToDoubleFunction<Evaluation> value) {
        return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
