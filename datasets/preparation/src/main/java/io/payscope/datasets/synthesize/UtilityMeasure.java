package io.payscope.datasets.synthesize;

import io.payscope.core.model.BankId;
import java.util.List;
import java.util.Map;

/** Measures what synthetic rows are worth for learning: trained on them, how well does a model do on real ones. */
@FunctionalInterface
public interface UtilityMeasure {

    /** Measures nothing. */
    UtilityMeasure NONE = (_, _) -> List.of();

    /**
     * Compares training on synthetic with training on real rows.
     *
     * @param real by source, labelled rows of it
     * @param synthetic by source, labelled rows made from its model
     * @return for all sources together and for each that has frauds enough
     */
    List<Utility> measure(Map<BankId, CommonSample> real, Map<BankId, CommonSample> synthetic);
}
