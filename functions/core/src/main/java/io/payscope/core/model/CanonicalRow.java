package io.payscope.core.model;

/**
 * A transaction with the bank's own numeric features.
 *
 * @param transaction the shared part
 * @param features values in the order of the manifest's feature names, NaN where missing; not copied, so a holder
 *     must not change it
 */
@SuppressWarnings("ArrayRecordComponent") // A row is read millions of times; a defensive copy would double the work.
public record CanonicalRow(CanonicalTransaction transaction, double[] features) {}
