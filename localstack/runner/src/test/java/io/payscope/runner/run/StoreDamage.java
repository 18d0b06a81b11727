package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.port.ObjectHead;
import io.payscope.runner.host.StoreEndpoints;
import io.pinecone.clients.Index;
import io.pinecone.clients.Pinecone;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Takes one thing of bank 3 out of one store, past the functions. */
final class StoreDamage {

    private final LocalSystem system;
    private final StoreEndpoints stores;

    StoreDamage(LocalSystem system) {
        this.system = system;
        this.stores = system.endpoints();
    }

    /** Row-level security is forced on the owner too, so the session says which bank it means, and that it erases. */
    void deleteLedgerRow() throws SQLException {
        StoreEndpoints.Postgres ledger = stores.postgres();
        try (Connection connection =
                        DriverManager.getConnection(ledger.jdbcUrl(), ledger.ownerUser(), ledger.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.bank_id', '3', false), set_config('app.erase_bank', '3', false)");
            assertThat(statement.executeUpdate("DELETE FROM transactions WHERE bank_id = 3 AND transaction_id ="
                            + " (SELECT min(transaction_id) FROM transactions WHERE bank_id = 3)"))
                    .isEqualTo(1);
        }
    }

    void deleteGraphNode() {
        StoreEndpoints.Neo4j graph = stores.neo4j();
        try (Driver driver = GraphDatabase.driver(graph.uri(), AuthTokens.basic(graph.user(), graph.password()))) {
            assertThat(driver.executableQuery("MATCH (t:Transaction {bank_id: 3}) WITH t LIMIT 1 DETACH DELETE t")
                            .execute()
                            .summary()
                            .counters()
                            .nodesDeleted())
                    .isEqualTo(1);
        }
    }

    void deleteVector() {
        StoreEndpoints.Pinecone vectors = stores.pinecone();
        Pinecone client = new Pinecone.Builder(vectors.apiKey())
                .withHost(vectors.controlUrl())
                .withTlsEnabled(false)
                .build();
        try (Index index = client.getIndexConnection(vectors.index())) {
            String id = index.list("bank-3", 1).getVectors(0).getId();
            index.deleteByIds(List.of(id), "bank-3");
        }
    }

    void deleteModelCard() {
        String card = system.objects().list("models/bank=3/").stream()
                .map(ObjectHead::key)
                .filter(key -> key.endsWith("/card.json"))
                .findFirst()
                .orElseThrow();
        system.objects().delete(card);
    }
}
