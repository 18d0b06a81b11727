package io.payscope.datasets.catalog;

/**
 * How many rows are kept. Where the source has fewer valid rows than asked for, all are kept.
 *
 * @param minimumRows smallest number that the catalog may ask for
 * @param maximumRows largest number that the catalog may ask for
 * @param defaultRows the number kept unless a request overrides it, within the two
 */
public record SamplingSpec(long minimumRows, long maximumRows, long defaultRows) {}
