package io.payscope.datasets.synthesize;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All sources together, each stratum by the rows made for it.
 *
 * @param kolmogorovSmirnovMean over all columns and strata
 * @param kolmogorovSmirnovLargest over all columns and strata
 * @param channelVariationMean over all strata
 * @param correlationMean over all strata
 * @param correlationLargest over all strata
 */
public record OverallLikeness(
        double kolmogorovSmirnovMean,
        double kolmogorovSmirnovLargest,
        double channelVariationMean,
        double correlationMean,
        double correlationLargest) {

    static OverallLikeness of(List<SourceLikeness> sources) {
        List<StratumLikeness> strata = sources.stream()
                .flatMap(source -> source.strata().stream())
                .filter(stratum -> stratum.madeRows() > 0)
                .toList();
        return new OverallLikeness(
                mean(strata, stratum -> average(stratum.kolmogorovSmirnov().values())),
                strata.stream()
                        .flatMap(stratum -> stratum.kolmogorovSmirnov().values().stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0),
                mean(strata, StratumLikeness::channelVariation),
                mean(strata, StratumLikeness::correlationMean),
                strata.stream()
                        .mapToDouble(StratumLikeness::correlationLargest)
                        .max()
                        .orElse(0));
    }

    private static double average(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double mean(List<StratumLikeness> strata, ToDoubleFunction<StratumLikeness> value) {
        double rows = strata.stream().mapToDouble(StratumLikeness::madeRows).sum();
        double sum = strata.stream()
                .mapToDouble(stratum -> stratum.madeRows() * value.applyAsDouble(stratum))
                .sum();
        return rows == 0 ? 0 : Math.round(sum / rows * 1e4) / 1e4;
    }
}
