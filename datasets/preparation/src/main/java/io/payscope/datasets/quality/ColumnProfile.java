package io.payscope.datasets.quality;

/**
 * What is known about one column's values. Every kind takes a value a row without making an object, and gives the same
 * bits in whatever order rows and parts came: merging is commutative, so a profile may be kept by block or by thread.
 * Not thread-safe.
 */
public sealed interface ColumnProfile permits NumberProfile, TextProfile, TimeProfile {

    /** @return the column's name */
    String name();

    /** Counts a row without a value. */
    void addMissing();

    /**
     * Adds everything that another profile has seen.
     *
     * @param other a profile of the same column; unchanged in meaning, not to be used afterwards
     */
    void merge(ColumnProfile other);

    /** @return the profile in numbers and words */
    ColumnSummary summary();
}
