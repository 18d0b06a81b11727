package io.payscope.core.port;

/**
 * What the graph holds of one bank at one moment.
 *
 * @param transactions transaction nodes
 * @param nodes accounts, merchants and transactions together
 * @param relationships relationships between them
 */
public record GraphCensus(long transactions, long nodes, long relationships) {}
