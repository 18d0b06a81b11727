package io.payscope.datasets.quality;

/** Where the rows of a dataset come from. */
public enum Origin {
    /** From a published or uploaded file, as it is. */
    ORIGINAL,
    /** From a simulator that stands in for the source. */
    SIMULATED,
    /** Drawn from a model that was fitted to other banks. */
    SYNTHETIC
}
