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
    private final Bounded<BankId, Bounded<Instant, PaymentGraph>> kept;
    private final int mostOfBank;

    /**
     * @param edges reads the graph store
     * @param mostBanks banks of which graphs are kept
     * @param mostOfBank graphs of a bank that are kept: one bank's old days push out no other bank's today
     */
    public GraphSnapshots(PaymentEdges edges, int mostBanks, int mostOfBank) {
        this.edges = edges;
        this.kept = new Bounded<>(mostBanks);
        this.mostOfBank = mostOfBank;
    }

    /** @return the bank's graph of a midnight */
    public PaymentGraph at(BankId bank, Instant midnight) {
        return kept.get(bank, _ -> new Bounded<>(mostOfBank)).get(midnight, at -> read(bank, at));
    }

    private PaymentGraph read(BankId bank, Instant midnight) {
        return PaymentGraph.of(
                midnight, edges.payments(bank, PointFeatures.graphFrom(midnight), PointFeatures.graphTo(midnight)));
    }
}
