package io.payscope.core.port;

import io.payscope.core.model.BankId;

/** Counts a bank's vectors, for which nothing is embedded. */
@FunctionalInterface
public interface VectorCensus {

    /** @return how many vectors the bank's namespace holds at this moment */
    long count(BankId bank);
}
