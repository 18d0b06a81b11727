package io.payscope.datasets.catalog;

/**
 * Columns that are read but never become features.
 *
 * @param column the column, or a range of them
 * @param reason why, such as that they are known only after the payment
 */
public record DroppedColumn(String column, String reason) {}
