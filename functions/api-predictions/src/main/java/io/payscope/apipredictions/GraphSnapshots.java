package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import io.payscope.core.port.PaymentEdges;
import io.payscope.learning.feature.PaymentGraph;
import io.payscope.learning.feature.PointFeatures;
import java.time.Instant;

/**
 * The graphs of the latest midnights that were asked for, each of one bank. A graph is kept as it was read: what is
 * loaded into the graph store afterwards for that month shows once the graph has been forgotten. Thread-safe.
 */
public final class GraphSnapshots {

    private final PaymentEdges edges;
    private final Bounded<Key, PaymentGraph> kept;

    /**
     * @param edges reads the graph store
     * @param most graphs that are kept, of all banks together
     */
    public GraphSnapshots(PaymentEdges edges, int most) {
        this.edges = edges;
        this.kept = new Bounded<>(most);
    }

    /** @return the bank's graph of a midnight */
    public PaymentGraph at(BankId bank, Instant midnight) {
        return kept.get(
                new Key(bank, midnight),
                key -> PaymentGraph.of(
                        key.midnight,
                        edges.payments(
                                key.bank, PointFeatures.graphFrom(key.midnight), PointFeatures.graphTo(key.midnight))));
    }

    private record Key(BankId bank, Instant midnight) {}
}
