package io.payscope.core.port;

import io.payscope.core.model.BankId;
import java.util.List;
import java.util.Map;

/** What is read of a bank's graph. */
public interface GraphReader {

    /** @return how many nodes and relationships there are at this moment */
    GraphCensus census(BankId bank);

    /**
     * How many different counterparties each party has.
     *
     * @param partyIds accounts or merchants
     * @return by party id; a party without any is absent
     */
    Map<String, Long> counterparties(BankId bank, List<String> partyIds);
}
