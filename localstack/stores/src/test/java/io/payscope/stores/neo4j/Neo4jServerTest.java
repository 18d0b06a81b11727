package io.payscope.stores.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.AuthenticationException;

class Neo4jServerTest {

    private static final int BATCH = 10_000;

    @TempDir
    Path folder;

    @Test
    void restartKeepsNodesConstraintsAndPassword() throws Exception {
        try (Neo4jServer server = Neo4jServer.start(settings(0));
                Driver driver = driver(server, "generated-secret")) {
            run(driver, "CREATE CONSTRAINT account FOR (a:Account) REQUIRE (a.bank_id, a.id) IS UNIQUE");
            List<Map<String, Object>> rows = IntStream.range(0, BATCH)
                    .mapToObj(n -> Map.<String, Object>of("bank", 1, "id", "account-" + n, "amount", n))
                    .toList();
            try (Session session = driver.session()) {
                session.executeWriteWithoutResult(transaction -> transaction
                        .run(
                                "UNWIND $rows AS row CREATE (a:Account {bank_id: row.bank, id: row.id})"
                                        + "-[:MADE]->(:Transaction {amount: row.amount})",
                                Map.of("rows", rows))
                        .consume());
            }
            assertThatThrownBy(() -> run(driver, "CREATE (:Account {bank_id: 1, id: 'account-7'})"))
                    .hasMessageContaining("already exists");
            try (Driver stranger = driver(server, "neo4j")) {
                assertThatThrownBy(stranger::verifyConnectivity).isInstanceOf(AuthenticationException.class);
            }
        }
        try (Neo4jServer server = Neo4jServer.start(settings(0));
                Driver driver = driver(server, "generated-secret");
                Session session = driver.session()) {
            assertThat(session.run("MATCH (:Account)-[:MADE]->(t) RETURN count(t)")
                            .single()
                            .get(0)
                            .asInt())
                    .isEqualTo(BATCH);
            assertThat(session.run("SHOW CONSTRAINTS YIELD name RETURN collect(name)")
                            .single()
                            .get(0)
                            .asList())
                    .containsExactly("account");
        }
    }

    @Test
    void aTakenPortIsABindException() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Neo4jServer.start(settings(taken.getLocalPort())))
                    .isInstanceOf(BindException.class);
        }
    }

    private Neo4jSettings settings(int port) {
        return new Neo4jSettings(folder, port, "generated-secret");
    }

    private static Driver driver(Neo4jServer server, String password) {
        return GraphDatabase.driver(server.boltUri(), AuthTokens.basic(Neo4jSettings.USER, password));
    }

    private static void run(Driver driver, String cypher) {
        try (Session session = driver.session()) {
            session.run(cypher).consume();
        }
    }
}
