package io.payscope.learning.forecast.model;

import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import io.payscope.learning.tree.TreeModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boosted trees that forecast a step from those before it, and the next from that forecast.
 *
 * @param trees in LightGBM's text form
 * @param seasonLength steps of a season
 * @param unit what values are divided by
 * @param step distance of two values
 * @param end the step after the history
 * @param last the last values of the history in units, oldest first
 */
public record BoostedLags(String trees, int seasonLength, double unit, Step step, Instant end, List<Double> last) {

    public BoostedLags {
        last = List.copyOf(last);
    }

    /** @return one value a step after the history */
    public double[] forecast(int horizon) {
        TreeModel model = TreeModel.parse(trees);
        LagFeatures features = new LagFeatures(seasonLength, step);
        double[] path =
                Arrays.copyOf(last.stream().mapToDouble(Double::doubleValue).toArray(), last.size() + horizon);
        double[] row = new double[features.width()];
        double[] forecast = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            int at = last.size() + i;
            features.fill(path, at, step.after(end, i), row, 0);
            // The native library was trained on float32; rounding the same way takes the same branches.
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) row[j];
            }
            path[at] = features.level(path, at) + model.rawScore(row);
            forecast[i] = path[at] * unit;
        }
        return forecast;
    }

    /**
     * The same trees after another history. Their features are the last values relative to the level before a step, so
     * what they have learned holds at another level too.
     *
     * @param history without gaps, in the units of the one that the trees were trained on
     * @return the model, or null if the history is too short for its features
     */
    @Nullable
    BoostedLags after(Series history) {
        boolean enough = history.length() >= new LagFeatures(seasonLength, step).reach();
        return enough ? of(trees, history, seasonLength, unit) : null;
    }

    /** What {@link BoostedFit} knows of a series beside the trees. */
    static BoostedLags of(String trees, Series history, int seasonLength, double unit) {
        LagFeatures features = new LagFeatures(seasonLength, history.step());
        double[] values = history.values();
        List<Double> last = Arrays.stream(values, values.length - features.reach(), values.length)
                .map(value -> value / unit)
                .boxed()
                .toList();
        return new BoostedLags(trees, seasonLength, unit, history.step(), history.at(history.length()), last);
    }
}
