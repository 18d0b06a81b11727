package io.payscope.graph;

import static io.payscope.graph.Payments.part;
import static io.payscope.graph.Payments.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.PayeeKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Record;

/** T7: two banks whose accounts, merchants and transactions have the same ids. */
@ExtendWith(GraphServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphIsolationTest {

    private static final BankId A = new BankId(2_201);
    private static final BankId B = new BankId(2_202);

    private GraphConnection connection;

    @BeforeAll
    void load(GraphConnection shared) {
        connection = shared;
        for (BankId bank : List.of(A, B)) {
            String neighbour = bank.equals(A) ? "bob" : "mallory";
            List<CanonicalTransaction> rows = List.of(
                    payment(bank, "t1", "alice", "shop", PayeeKind.MERCHANT),
                    payment(bank, "t2", "alice", neighbour, PayeeKind.ACCOUNT),
                    payment(bank, "t3", neighbour, "shop", PayeeKind.MERCHANT));
            new GraphLoader(shared).load(bank, "u", part(0, rows), rows.iterator());
        }
    }

    private List<Record> ask(BankId bank, String cypher) {
        return new BankGraph(connection, bank)
                .read("testing", graph -> graph.run(cypher, Map.of()).list());
    }

    @Test
    void t7TheSameAccountOfTwoBanksIsTwoNodes() {
        String both = "MATCH (a:Account {account_id: 'alice'}) WHERE $bank > 0 AND a.bank_id IN [2201, 2202] "
                + "RETURN a.bank_id AS bank";
        assertThat(ask(A, both)).extracting(row -> row.get("bank").asInt()).containsExactlyInAnyOrder(2_201, 2_202);
    }

    @Test
    void t7NoPathFromAVisitsB() {
        String reached = "MATCH (:Account {bank_id: $bank, account_id: 'alice'})-[*1..8]-(n) RETURN DISTINCT "
                + "n.bank_id AS bank, coalesce(n.account_id, '') AS account";
        List<Record> visited = ask(A, reached);
        assertThat(visited).extracting(row -> row.get("bank").asInt()).containsOnly(A.value());
        assertThat(visited)
                .extracting(row -> row.get("account").asString())
                .contains("bob")
                .doesNotContain("mallory");
    }

    @Test
    void t7NoRelationshipLeavesItsBank() {
        String crossing = "MATCH (n)-[r]-(m) WHERE $bank > 0 AND n.bank_id <> m.bank_id RETURN type(r) AS type LIMIT 1";
        assertThat(ask(A, crossing)).isEmpty();
    }

    @Test
    void t7CounterpartiesAreOnesOwn() {
        GraphQueries queries = new GraphQueries(connection);
        assertThat(queries.counterparties(A, List.of("bob", "mallory"))).containsOnlyKeys("bob");
        assertThat(queries.counterparties(B, List.of("bob", "mallory"))).containsOnlyKeys("mallory");
    }
}
