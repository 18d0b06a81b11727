package io.payscope.graph;

import static io.payscope.graph.Payments.many;
import static io.payscope.graph.Payments.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.GraphCensus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GraphServer.class)
class GraphErasureTest {

    private static final BankId OURS = new BankId(2_101);
    private static final BankId THEIRS = new BankId(2_102);

    private static long load(GraphConnection connection, BankId bank) {
        List<CanonicalTransaction> rows = many(bank, "t", 300);
        return new GraphLoader(connection)
                .load(bank, "u", part(0, rows), rows.iterator())
                .inserted();
    }

    @Test
    void aBankIsErasedWholeNoOtherIsTouchedAndItCanBeLoadedAnew(GraphConnection connection) {
        GraphQueries queries = new GraphQueries(connection);
        load(connection, OURS);
        load(connection, THEIRS);
        GraphCensus theirs = queries.census(THEIRS);
        GraphErasure erasure = new GraphErasure(connection);
        new BankGraph(connection, OURS).write("cutting short", graph -> graph.run(
                        "MATCH (t:Transaction) WHERE t.bank_id = $bank WITH t LIMIT 10 DETACH DELETE t", Map.of())
                .consume());

        assertThat(erasure.erase(OURS)).isGreaterThan(290);

        long left = new BankGraph(connection, OURS)
                .read("counting", graph -> graph.run("MATCH (n) WHERE n.bank_id = $bank RETURN count(n) AS n", Map.of())
                        .single()
                        .get("n")
                        .asLong());
        assertThat(left).isZero();
        assertThat(queries.census(THEIRS)).isEqualTo(theirs);
        assertThat(erasure.erase(OURS)).isZero();
        assertThat(load(connection, OURS)).isEqualTo(300);
    }
}
