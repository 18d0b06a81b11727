package io.payscope.learning.forecast.additive;

/** The shape of the trend. */
public enum Growth {
    /** Straight between changes of slope. */
    LINEAR,
    /** An S-curve towards a capacity. */
    LOGISTIC,
    /** A constant. */
    FLAT
}
