package io.payscope.learning.forecast.additive;

/** How seasons and events meet the trend. */
public enum Composition {
    /** trend + seasons. */
    ADDITIVE,
    /** trend x (1 + seasons). */
    MULTIPLICATIVE
}
