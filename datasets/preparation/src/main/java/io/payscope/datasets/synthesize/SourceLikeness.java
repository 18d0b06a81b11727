package io.payscope.datasets.synthesize;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.model.BankId;
import java.util.List;

/**
 * How the rows made from one source's model compare with the source.
 *
 * @param bankId the source
 * @param name where it comes from
 * @param licence on what terms
 * @param share of its rows that it is weighed with
 * @param sourceLabels its rows by label
 * @param madeLabels rows made by label
 * @param labelVariation total variation between the shares of the labels, 0 to 1
 * @param strata by label
 * @param nearest nearest neighbours
 */
public record SourceLikeness(
        BankId bankId,
        String name,
        String licence,
        double share,
        LabelCounts sourceLabels,
        LabelCounts madeLabels,
        double labelVariation,
        List<StratumLikeness> strata,
        NearestLikeness nearest) {

    public SourceLikeness {
        strata = List.copyOf(strata);
    }
}
