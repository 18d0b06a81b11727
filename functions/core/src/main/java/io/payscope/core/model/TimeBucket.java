package io.payscope.core.model;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What happened in one hour or one day of one bank.
 *
 * @param start first instant of the bucket, UTC
 * @param volume number of transactions
 * @param amount sum of amounts
 * @param frauds number of transactions labelled fraud
 */
public record TimeBucket(Instant start, long volume, BigDecimal amount, long frauds) {}
