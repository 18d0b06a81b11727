package io.payscope.learning.fraud;

import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.data.RowRange;
import io.payscope.learning.metric.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well each feature alone tells frauds from the rest. One that does so almost without a mistake, in training and
 * again in validation, holds the label in some form and is a leak.
 */
final class SingleFeatures {

    /** An area under the curve above this, in either direction, is a leak. */
    static final double LEAK = 0.999;

    /** Fewer frauds in a part can be told apart by chance. */
    private static final int LEAST_FRAUDS = 5;

    /** Legitimate rows looked at; frauds are all looked at. */
    private static final int MOST_ROWS = 20_000;

    private final LabelledRows rows;

    SingleFeatures(LabelledRows rows) {
        this.rows = rows;
    }

    /** @return names of the features that give the label away in both parts */
    List<String> leaks(RowRange train, RowRange validation) {
        List<String> leaks = new ArrayList<>();
        if (rows.frauds(train.from(), train.to()) < LEAST_FRAUDS
                || rows.frauds(validation.from(), validation.to()) < LEAST_FRAUDS) {
            return leaks;
        }
        double[] inTrain = areas(train);
        List<Integer> suspects = IntStream.range(0, inTrain.length)
                .filter(i -> strength(inTrain[i]) > LEAK)
                .boxed()
                .toList();
        if (!suspects.isEmpty()) {
            double[] inValidation = areas(validation);
            for (int suspect : suspects) {
                if (strength(inValidation[suspect]) > LEAK && inTrain[suspect] > 0.5 == inValidation[suspect] > 0.5) {
                    leaks.add(rows.names().get(suspect));
                }
            }
        }
        return leaks;
    }

    private static double strength(double area) {
        return Math.max(area, 1 - area);
    }

    /** @return area under the curve of each feature as a score; a missing value is below all others */
    double[] areas(RowRange part) {
        int width = rows.names().size();
        int frauds = rows.frauds(part.from(), part.to());
        int step = Math.max(1, (part.size() - frauds) / MOST_ROWS);
        List<Integer> looked = IntStream.range(part.from(), part.to())
                .filter(row -> rows.fraud(row) || row % step == 0)
                .boxed()
                .toList();
        double[][] values = new double[width][looked.size()];
        boolean[] labels = new boolean[looked.size()];
        double[] row = new double[width];
        for (int i = 0; i < labels.length; i++) {
            rows.features().copy(looked.get(i), row);
            labels[i] = rows.fraud(looked.get(i));
            for (int f = 0; f < width; f++) {
                values[f][i] = Double.isNaN(row[f]) ? Double.NEGATIVE_INFINITY : row[f];
            }
        }
        double[] areas = new double[width];
        for (int f = 0; f < width; f++) {
            areas[f] = new Ranking(values[f], labels).rocAuc();
        }
        return areas;
    }
}
