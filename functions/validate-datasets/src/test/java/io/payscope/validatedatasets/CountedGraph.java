package io.payscope.validatedatasets;

import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.GraphReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph whose counts of bank 3 a test sets; every other bank has nothing. */
final class CountedGraph implements GraphReader {

    GraphCensus census = new GraphCensus(0, 0, 0);

    @Nullable
    RuntimeException failure;

    @Override
    public GraphCensus census(BankId bank) {
        if (failure != null) {
            throw failure;
        }
        return bank.value() == 3 ? census : new GraphCensus(0, 0, 0);
    }

    @Override
    public Map<String, Long> counterparties(BankId bank, List<String> partyIds) {
        throw new UnsupportedOperationException();
    }
}
