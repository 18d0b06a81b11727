package io.payscope.core.port;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import java.util.List;

/** What is read of a bank's ledger. */
public interface LedgerReader {

    /** @return how many there are at this moment of everything that is counted */
    LedgerCensus census(BankId bank);

    /** @return all buckets of the grain in time order; hours or days without a transaction have none */
    List<TimeBucket> buckets(BankId bank, Grain grain);

    /**
     * The parties on one side with the most transactions, ties broken by id.
     *
     * @param side payers or payees
     * @param limit at most so many
     */
    List<PartyProfile> profiles(BankId bank, PartySide side, int limit);

    /** @return the largest transactions labelled fraud, at most {@code limit}, ties broken by id */
    List<CanonicalTransaction> largestFrauds(BankId bank, int limit);
}
