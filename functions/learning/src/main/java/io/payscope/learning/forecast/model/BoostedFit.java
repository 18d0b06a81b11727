package io.payscope.learning.forecast.model;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.payscope.core.fault.BugFault;
import io.payscope.learning.boost.NativeLibrary;
import io.payscope.learning.forecast.series.Series;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boosts trees on the steps of one series, or of several that share their shape. */
final class BoostedFit {

    private static final int ROUNDS = 80;

    /** Rows below which trees find nothing that holds. */
    private static final int LEAST_ROWS = 28;

    /** Deterministic: the same rows give the same text. One thread: two that spin on a small machine are slower. */
    private static final String PARAMETERS = "objective=regression learning_rate=0.06 num_leaves=8 min_data_in_leaf=10"
            + " lambda_l2=1 max_bin=63 bagging_fraction=0.8 bagging_freq=1 feature_fraction=0.7 seed=7"
            + " deterministic=true force_row_wise=true num_threads=1 verbosity=-1 metric=none";

    private BoostedFit() {}

    /**
     * Trains on all series, for forecasts of the first.
     *
     * @param histories without gaps, of one step and length
     * @param seasonLength steps of a season
     * @return the model, or null if the history is too short or constant
     */
    static @Nullable BoostedLags of(List<Series> histories, int seasonLength) {
        LagFeatures features =
                new LagFeatures(seasonLength, histories.getFirst().step());
        int width = features.width();
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (Series history : histories) {
            double unit = unit(history, seasonLength);
            if (unit > 0) {
                double[] values = history.values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] /= unit;
                }
                for (int at = features.reach(); at < values.length; at++) {
                    double[] row = new double[width];
                    features.fill(values, at, history.at(at), row, 0);
                    rows.add(row);
                    labels.add(values[at] - features.level(values, at));
                }
            }
        }
        double unit = unit(histories.getFirst(), seasonLength);
        if (rows.size() < LEAST_ROWS || unit == 0) {
            return null;
        }
        return BoostedLags.of(trees(rows, labels, width), histories.getFirst(), seasonLength, unit);
    }

    /** @return mean distance of values a season apart, 0 where there is none */
    private static double unit(Series history, int seasonLength) {
        double[] values = history.values();
        double sum = 0;
        for (int i = seasonLength; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - seasonLength]);
        }
        return sum == 0 ? 0 : sum / (values.length - seasonLength);
    }

    private static String trees(List<double[]> rows, List<Double> labels, int width) {
        NativeLibrary.require();
        float[] matrix = new float[rows.size() * width];
        float[] targets = new float[rows.size()];
        for (int r = 0; r < targets.length; r++) {
            for (int c = 0; c < width; c++) {
                matrix[r * width + c] = (float) rows.get(r)[c];
            }
            targets[r] = labels.get(r).floatValue();
        }
        try (LGBMDataset dataset = LGBMDataset.createFromMat(matrix, targets.length, width, true, PARAMETERS, null)) {
            dataset.setField("label", targets);
            try (LGBMBooster booster = LGBMBooster.create(dataset, PARAMETERS)) {
                for (int round = 0; round < ROUNDS; round++) {
                    booster.updateOneIter();
                }
                return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            }
        } catch (LGBMException e) {
            throw new BugFault("LightGBM refused the rows of a series", e);
        }
    }
}
