package io.payscope.loadvectors;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.GraphReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The graph of one bank, computed from a list of transactions. */
record SmallGraph(List<CanonicalTransaction> transactions) implements GraphReader {

    @Override
    public GraphCensus census(BankId bank) {
        throw new UnsupportedOperationException("documents are not written from counts");
    }

    @Override
    public Map<String, Long> counterparties(BankId bank, List<String> partyIds) {
        Map<String, Set<String>> others = new HashMap<>();
        for (CanonicalTransaction t : transactions) {
            if (t.payerId() != null && t.payeeId() != null) {
                others.computeIfAbsent(t.payerId(), id -> new HashSet<>()).add(t.payeeId());
                others.computeIfAbsent(t.payeeId(), id -> new HashSet<>()).add(t.payerId());
            }
        }
        return partyIds.stream().filter(others::containsKey).collect(Collectors.toMap(Function.identity(), id ->
                (long) others.get(id).size()));
    }
}
