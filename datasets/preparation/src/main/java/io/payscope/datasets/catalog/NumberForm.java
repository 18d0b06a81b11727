package io.payscope.datasets.catalog;

import org.jspecify.annotations.Nullable;

/**
 * How a column's numbers are written, where that is not a plain decimal. Only what is declared is accepted.
 *
 * @param grouping the character between groups of three digits, or null for none
 * @param decimal the character before the decimals
 * @param currency a sign before or after the number that may be there, or null for none
 * @param parentheses whether a number in parentheses is negative
 */
public record NumberForm(
        @Nullable String grouping, String decimal, @Nullable String currency, boolean parentheses) {}
