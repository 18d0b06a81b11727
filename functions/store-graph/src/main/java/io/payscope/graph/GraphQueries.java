package io.payscope.graph;

import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.PaymentEdge;
import io.payscope.core.port.PaymentEdges;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;

/** Reads one bank's graph. */
public final class GraphQueries implements GraphReader, PaymentEdges {

    /**
     * Counts by walking the uniqueness index of the bank, whose second property every node has; the degrees of the
     * transactions give the relationships, each of which has a transaction at one end.
     */
    private static final String CENSUS = """
        CALL () {
          MATCH (t:Transaction) WHERE t.bank_id = $bank AND t.transaction_id IS NOT NULL
          RETURN count(t) AS transactions,
                 sum(COUNT { (t)<-[:MADE]-() } + COUNT { (t)-[:TO]->() }) AS relationships
        }
        CALL () {
          MATCH (a:Account) WHERE a.bank_id = $bank AND a.account_id IS NOT NULL
          RETURN count(a) AS accounts
        }
        CALL () {
          MATCH (m:Merchant) WHERE m.bank_id = $bank AND m.merchant_id IS NOT NULL
          RETURN count(m) AS merchants
        }
        RETURN transactions, accounts + merchants + transactions AS nodes, relationships
        """;

    private static final String COUNTERPARTIES = """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (:Account {bank_id: $bank, account_id: id})-[:MADE]->()-[:TO]->(other) RETURN other
          UNION
          MATCH (:Account {bank_id: $bank, account_id: id})<-[:TO]-()<-[:MADE]-(other) RETURN other
          UNION
          MATCH (:Merchant {bank_id: $bank, merchant_id: id})<-[:TO]-()<-[:MADE]-(other) RETURN other
        }
        RETURN id, count(other) AS others
        """;

    private static final String PAYMENTS = """
        MATCH (t:Transaction)
        WHERE t.bank_id = $bank AND t.transaction_id IS NOT NULL AND t.occurred_at >= $from AND t.occurred_at < $to
        MATCH (payer:Account)-[:MADE]->(t)-[:TO]->(payee)
        RETURN payer.account_id AS payer, coalesce(payee.account_id, payee.merchant_id) AS payee, count(t) AS rows,
               sum(CASE t.label WHEN 'FRAUD' THEN 1 ELSE 0 END) AS frauds
        """;

    private final GraphConnection connection;

    public GraphQueries(GraphConnection connection) {
        this.connection = connection;
    }

    @Override
    public GraphCensus census(BankId bank) {
        return new BankGraph(connection, bank).read("counting the graph", queries -> {
            Record counts = queries.run(CENSUS, Map.of()).single();
            return new GraphCensus(
                    counts.get("transactions").asLong(),
                    counts.get("nodes").asLong(),
                    counts.get("relationships").asLong());
        });
    }

    @Override
    public Map<String, Long> counterparties(BankId bank, List<String> partyIds) {
        List<String> distinct = partyIds.stream().distinct().toList();
        return new BankGraph(connection, bank)
                .read(
                        "counting counterparties",
                        queries -> queries.run(COUNTERPARTIES, Map.of("ids", distinct)).stream()
                                .collect(Collectors.toMap(row -> row.get("id").asString(), row -> row.get("others")
                                        .asLong())));
    }

    @Override
    public List<PaymentEdge> payments(BankId bank, Instant from, Instant to) {
        Map<String, Object> span = Map.of("from", from.atOffset(ZoneOffset.UTC), "to", to.atOffset(ZoneOffset.UTC));
        return new BankGraph(connection, bank).read("adding up payments", queries -> queries.run(PAYMENTS, span)
                .list(row -> new PaymentEdge(
                        row.get("payer").asString(),
                        row.get("payee").asString(),
                        row.get("rows").asLong(),
                        row.get("frauds").asLong())));
    }
}
