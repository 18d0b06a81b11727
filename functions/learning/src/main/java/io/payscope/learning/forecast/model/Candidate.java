package io.payscope.learning.forecast.model;

import java.util.List;

/** The forecasts that compete for a series. */
public enum Candidate {
    /** Repeats the last season; the floor. */
    SEASONAL_NAIVE,
    /** Repeats the mean of the last four seasons. */
    SEASONAL_MEAN,
    /** Exponential smoothing. */
    SMOOTHING,
    /** Prophet's additive model. */
    ADDITIVE,
    /** The additive model, its residuals forecast by autoregression. */
    ADDITIVE_LAGS,
    /** Boosted trees on the series' own past. */
    BOOSTED,
    /** Boosted trees trained on all series of a bank. */
    BOOSTED_GLOBAL,
    /** The mean of its members. */
    ENSEMBLE_MEAN,
    /** The median of its members. */
    ENSEMBLE_MEDIAN;

    /** What an ensemble is made of. */
    static final List<Candidate> MEMBERS = List.of(SEASONAL_MEAN, SMOOTHING, ADDITIVE, ADDITIVE_LAGS, BOOSTED);

    /** @return whether it is made of others */
    boolean ensemble() {
        return this == ENSEMBLE_MEAN || this == ENSEMBLE_MEDIAN;
    }
}
