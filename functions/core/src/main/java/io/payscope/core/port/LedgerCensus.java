package io.payscope.core.port;

/**
 * What the ledger holds of one bank at one moment.
 *
 * @param transactions rows of transactions
 * @param reports rows of reports
 * @param hourlyVolume sum of volume over the hourly buckets: the transactions that the buckets account for
 * @param dailyVolume sum of volume over the daily buckets
 * @param models models in the registry
 */
public record LedgerCensus(long transactions, long reports, long hourlyVolume, long dailyVolume, long models) {}
