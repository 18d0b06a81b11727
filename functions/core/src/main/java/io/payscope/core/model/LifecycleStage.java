package io.payscope.core.model;

/** How far a payment has come, in the terms that all banks share. */
public enum LifecycleStage {
    INITIATED,
    AUTHORIZED,
    SETTLED,
    CANCELLED
}
