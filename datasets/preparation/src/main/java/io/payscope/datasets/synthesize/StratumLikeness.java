package io.payscope.datasets.synthesize;

import io.payscope.core.model.Label;
import java.util.Map;

/**
 * How the rows made for one label of one source compare with the source's.
 *
 * @param label the label
 * @param sourceRows rows of the source that the model was fitted to
 * @param madeRows rows made
 * @param kolmogorovSmirnov by column, the largest difference between the cumulative shares, 0 to 1
 * @param channelVariation total variation between the shares of the channels, 0 to 1
 * @param weekdayVariation the same of the weekdays; large where the source spans a few days only
 * @param correlationMean mean difference between the correlations of normal scores
 * @param correlationLargest largest such difference
 */
public record StratumLikeness(
        Label label,
        long sourceRows,
        long madeRows,
        Map<String, Double> kolmogorovSmirnov,
        double channelVariation,
        double weekdayVariation,
        double correlationMean,
        double correlationLargest) {

    public StratumLikeness {
        kolmogorovSmirnov = Map.copyOf(kolmogorovSmirnov);
    }
}
