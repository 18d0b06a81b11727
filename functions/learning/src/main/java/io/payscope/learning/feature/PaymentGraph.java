package io.payscope.learning.feature;

import io.payscope.core.port.PaymentEdge;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a month up to a midnight, with the names of its parties: what {@link PointFeatures} takes its graph
 * features from. Immutable and thread-safe; about 150 bytes a party.
 */
public final class PaymentGraph {

    private final Map<String, Integer> payers = new HashMap<>();
    private final Map<String, Integer> payees = new HashMap<>();
    private final GraphSnapshot numbers;

    private PaymentGraph(Instant at, List<PaymentEdge> edges) {
        for (PaymentEdge edge : edges) {
            payers.putIfAbsent(edge.payer(), payers.size());
            payees.putIfAbsent(edge.payee(), payees.size());
        }
        int[][] links = new int[payers.size()][];
        int[] rows = new int[payees.size()];
        int[] frauds = new int[payees.size()];
        int[] degrees = new int[links.length];
        edges.forEach(edge -> degrees[payer(edge.payer())]++);
        Arrays.setAll(links, payer -> new int[degrees[payer]]);
        for (PaymentEdge edge : edges) {
            int payer = payer(edge.payer());
            int payee = payee(edge.payee());
            links[payer][--degrees[payer]] = payee;
            rows[payee] += Math.toIntExact(edge.rows());
            frauds[payee] += Math.toIntExact(edge.frauds());
        }
        numbers = GraphSnapshot.of(links, rows, frauds, at.toEpochMilli());
    }

    /**
     * Makes a snapshot.
     *
     * @param at the midnight
     * @param edges one a pair, of the span that {@link PointFeatures} names
     */
    public static PaymentGraph of(Instant at, List<PaymentEdge> edges) {
        return new PaymentGraph(at, edges);
    }

    GraphSnapshot numbers() {
        return numbers;
    }

    /** @return number of a payer in the snapshot, -1 for none */
    int payer(@Nullable String id) {
        return id == null ? -1 : payers.getOrDefault(id, -1);
    }

    /** @return number of a payee in the snapshot, -1 for none */
    int payee(@Nullable String id) {
        return id == null ? -1 : payees.getOrDefault(id, -1);
    }
}
