package io.payscope.datasets.synthesize;

import io.payscope.core.model.BankId;
import java.util.List;

/**
 * How a synthetic dataset compares with what it was drawn from.
 *
 * @param synthetic always true: no row is a real payment
 * @param bankId the synthetic bank
 * @param datasetId the dataset
 * @param seed it was drawn by
 * @param rows in it
 * @param exactMatches rows in it that equal a source's row in amount, time of day and channel
 * @param overall all sources together
 * @param sources each source
 * @param utility training on synthetic rows against training on real ones; empty where it was not measured
 */
public record LikenessReport(
        boolean synthetic,
        BankId bankId,
        String datasetId,
        long seed,
        long rows,
        long exactMatches,
        OverallLikeness overall,
        List<SourceLikeness> sources,
        List<Utility> utility) {

    public LikenessReport {
        sources = List.copyOf(sources);
        utility = List.copyOf(utility);
    }
}
