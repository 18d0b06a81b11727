package io.payscope.graph;

import io.payscope.core.model.BankId;
import io.payscope.core.port.BankErasure;
import io.payscope.core.stage.Store;
import java.util.List;
import java.util.Map;

/**
 * Removes a bank's nodes with their relationships, in batches that are a transaction each. Transactions go first, so
 * that no account still has thousands of relationships when it goes.
 */
public final class GraphErasure implements BankErasure {

    private static final int BATCH = 5_000;

    /** Label and the second property of its uniqueness index, which every node of it has. */
    private static final List<Map.Entry<String, String>> LABELS = List.of(
            Map.entry("Transaction", "transaction_id"),
            Map.entry("Account", "account_id"),
            Map.entry("Merchant", "merchant_id"),
            Map.entry("LoadedBatch", "part"),
            Map.entry("Bank", "bank_id"));

    private final GraphConnection connection;

    public GraphErasure(GraphConnection connection) {
        this.connection = connection;
    }

    @Override
    public Store store() {
        return Store.GRAPH;
    }

    @Override
    public long erase(BankId bank) {
        BankGraph graph = new BankGraph(connection, bank);
        long removed = 0;
        for (Map.Entry<String, String> label : LABELS) {
            String cypher = "MATCH (n:%s) WHERE n.bank_id = $bank AND n.%s IS NOT NULL WITH n LIMIT $limit "
                            .formatted(label.getKey(), label.getValue())
                    + "DETACH DELETE n RETURN count(*) AS removed";
            long batch;
            do {
                batch = graph.write("erasing the graph", queries -> queries.run(cypher, Map.of("limit", BATCH))
                        .single()
                        .get("removed")
                        .asLong());
                removed += batch;
            } while (batch > 0);
        }
        return removed;
    }
}
