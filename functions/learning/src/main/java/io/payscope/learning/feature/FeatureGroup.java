package io.payscope.learning.feature;

import java.util.List;

/** Features that are computed together. */
sealed interface FeatureGroup permits PaymentFeatures, PayerFeatures, PayeeFeatures, GraphFeatures {

    /** All groups, in the order of their features. */
    List<FeatureGroup> ALL =
            List.of(new PaymentFeatures(), new PayerFeatures(), new PayeeFeatures(), new GraphFeatures());

    /** @return what the features are, in order */
    List<FeatureDefinition> definitions();

    /**
     * Computes the features.
     *
     * @param moment the payment
     * @param target receives one value a definition, NaN for missing
     * @param at where the first goes
     */
    void compute(Moment moment, double[] target, int at);
}
