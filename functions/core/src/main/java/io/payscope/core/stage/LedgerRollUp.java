package io.payscope.core.stage;

import io.payscope.core.model.BankId;

/**
 * Time buckets are up to date.
 *
 * @param bankId the bank
 * @param uploadId the upload
 * @param hourlyBuckets hours recomputed
 * @param dailyBuckets days recomputed
 */
public record LedgerRollUp(BankId bankId, String uploadId, long hourlyBuckets, long dailyBuckets) {}
