package io.payscope.graph;

import static io.payscope.graph.Payments.part;
import static io.payscope.graph.Payments.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.BugFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.PaymentEdge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GraphServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQueriesTest {

    private static final BankId BANK = new BankId(2_001);
    private static final BankId TAMPERED = new BankId(2_002);
    private static final BankId EMPTY = new BankId(2_003);

    private GraphConnection connection;
    private GraphQueries queries;

    @BeforeAll
    void load(GraphConnection shared) {
        connection = shared;
        queries = new GraphQueries(shared);
        for (BankId bank : List.of(BANK, TAMPERED)) {
            List<CanonicalTransaction> rows = List.of(
                    payment(bank, "t1", "alice", "shop", PayeeKind.MERCHANT),
                    payment(bank, "t2", "alice", "shop", PayeeKind.MERCHANT),
                    payment(bank, "t3", "alice", "bob", PayeeKind.ACCOUNT),
                    payment(bank, "t4", "carol", "alice", PayeeKind.ACCOUNT),
                    payment(bank, "t5", "carol", "shop", PayeeKind.MERCHANT),
                    payment(bank, "t6", "dave", null, PayeeKind.UNKNOWN));
            new GraphLoader(shared).load(bank, "u", part(0, rows), rows.iterator());
        }
    }

    private void write(String cypher) {
        new BankGraph(connection, TAMPERED)
                .write("testing", graph -> graph.run(cypher, Map.of()).consume());
    }

    @Test
    void theCensusCountsABanksOwn() {
        assertThat(queries.census(BANK)).isEqualTo(new GraphCensus(6, 6 + 4 + 1, 11));
        assertThat(queries.census(EMPTY)).isEqualTo(new GraphCensus(0, 0, 0));
    }

    @Test
    void theCensusSeesWhatIsRemovedByHand() {
        GraphCensus whole = queries.census(TAMPERED);
        write("MATCH (:Transaction {bank_id: $bank, transaction_id: 't1'})-[r:TO]->() DELETE r");
        assertThat(queries.census(TAMPERED))
                .isEqualTo(new GraphCensus(whole.transactions(), whole.nodes(), whole.relationships() - 1));
        write("MATCH (t:Transaction {bank_id: $bank, transaction_id: 't2'}) DETACH DELETE t");
        assertThat(queries.census(TAMPERED))
                .isEqualTo(new GraphCensus(whole.transactions() - 1, whole.nodes() - 1, whole.relationships() - 3));
        write("MATCH (a:Account {bank_id: $bank, account_id: 'dave'}) DETACH DELETE a");
        assertThat(queries.census(TAMPERED))
                .isEqualTo(new GraphCensus(whole.transactions() - 1, whole.nodes() - 2, whole.relationships() - 4));
    }

    @Test
    void counterpartiesAreCountedOnceEach() {
        assertThat(queries.counterparties(BANK, List.of("alice", "bob", "shop", "dave", "nobody", "alice")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("alice", 3L, "bob", 1L, "shop", 2L));
        assertThat(queries.counterparties(EMPTY, List.of("alice"))).isEmpty();
        assertThat(queries.counterparties(BANK, List.of())).isEmpty();
    }

    @Test
    void aQueryWithoutABankIsRefused() {
        assertThatThrownBy(() -> write("MATCH (n) DETACH DELETE n")).isInstanceOf(BugFault.class);
        assertThat(queries.census(BANK).transactions()).isEqualTo(6);
    }

    @Test
    void paymentsAreAddedUpByPairWithinTheSpan() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(queries.payments(BANK, start, start.plusSeconds(60_000)))
                .containsExactlyInAnyOrder(
                        new PaymentEdge("alice", "shop", 2, 0),
                        new PaymentEdge("alice", "bob", 1, 0),
                        new PaymentEdge("carol", "alice", 1, 0),
                        new PaymentEdge("carol", "shop", 1, 0));
        Instant third = payment(BANK, "t3", "alice", "bob", PayeeKind.ACCOUNT).occurredAt();
        PaymentEdge bob = new PaymentEdge("alice", "bob", 1, 0);
        assertThat(queries.payments(BANK, third, third.plusMillis(1))).containsExactly(bob);
        assertThat(queries.payments(BANK, start, third)).doesNotContain(bob);
        assertThat(queries.payments(EMPTY, start, start.plusSeconds(60_000))).isEmpty();
    }
}
