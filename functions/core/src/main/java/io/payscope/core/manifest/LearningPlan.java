package io.payscope.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What the catalog says can be learned from a bank's data. It travels in the manifest, so that the training functions
 * need no catalog.
 *
 * @param fraud how to train a fraud model, or null where the catalog declares no label
 * @param forecast how to forecast the bank's series, or null where the catalog declares none
 */
public record LearningPlan(
        @Nullable FraudPlan fraud, @Nullable ForecastPlan forecast) {}
