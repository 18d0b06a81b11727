package io.payscope.learning.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A model's scores over folds.
 *
 * @param model its name
 * @param folds one score a fold
 */
record Measured(String model, List<FoldScore> folds) {

    double rocAuc() {
        return mean(FoldScore::rocAuc);
    }

    double averagePrecision() {
        return mean(FoldScore::averagePrecision);
    }

    double cardPrecision() {
        return mean(FoldScore::cardPrecision);
    }

    double mean(ToDoubleFunction<FoldScore> value) {
        return folds.stream().mapToDouble(value).average().orElseThrow();
    }

    /** @return standard deviation over the folds, dividing by their number as the book does */
    double deviation(ToDoubleFunction<FoldScore> value) {
        double mean = mean(value);
        return Math.sqrt(folds.stream()
                .mapToDouble(fold -> Math.pow(value.applyAsDouble(fold) - mean, 2))
                .average()
                .orElseThrow());
    }
}
