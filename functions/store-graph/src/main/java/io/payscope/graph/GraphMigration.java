package io.payscope.graph;

import io.payscope.core.fault.TransientFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Session;

/**
 * The uniqueness constraints that loading relies on. Each carries the index that finds a bank's nodes by id, and by
 * its first property all nodes of a bank.
 */
public final class GraphMigration {

    private static final int INDEX_SECONDS = 300;

    /** By name, what is unique. */
    private static final Map<String, String> CONSTRAINTS = Map.of(
            "bank_id", "(n:Bank) REQUIRE n.bank_id IS UNIQUE",
            "account_id", "(n:Account) REQUIRE (n.bank_id, n.account_id) IS UNIQUE",
            "merchant_id", "(n:Merchant) REQUIRE (n.bank_id, n.merchant_id) IS UNIQUE",
            "transaction_id", "(n:Transaction) REQUIRE (n.bank_id, n.transaction_id) IS UNIQUE",
            "loaded_batch_id", "(n:LoadedBatch) REQUIRE (n.bank_id, n.part, n.n) IS UNIQUE");

    private final GraphConnection connection;

    public GraphMigration(GraphConnection connection) {
        this.connection = connection;
    }

    /**
     * Creates what is missing and waits until all of it is in force; changes nothing where nothing is missing.
     *
     * @return constraints and indexes that there are now, an index that a constraint carries not counted again
     * @throws TransientFault if an index is not in force within five minutes
     */
    public int migrate() {
        return connection.session("creating the constraints of the graph", session -> {
            CONSTRAINTS.forEach(
                    (name, unique) -> session.run("CREATE CONSTRAINT " + name + " IF NOT EXISTS FOR " + unique)
                            .consume());
            session.run("CALL db.awaitIndexes($seconds)", Map.of("seconds", INDEX_SECONDS))
                    .consume();
            Set<String> missing = missing(session);
            if (!missing.isEmpty()) {
                throw new TransientFault("the graph has no constraint " + missing + " though they were just created");
            }
            return count(session, "SHOW CONSTRAINTS YIELD name RETURN count(name)")
                    + count(
                            session,
                            "SHOW INDEXES YIELD type, owningConstraint WHERE type <> 'LOOKUP'"
                                    + " AND owningConstraint IS NULL RETURN count(type)");
        });
    }

    private static int count(Session session, String cypher) {
        return session.run(cypher).single().get(0).asInt();
    }

    /** Names of the constraints that are not there or whose index is not in force yet. */
    static Set<String> missing(Session session) {
        List<String> there = session.run("SHOW INDEXES YIELD owningConstraint, state WHERE state = 'ONLINE'"
                        + " AND owningConstraint IS NOT NULL RETURN owningConstraint")
                .list(index -> index.get(0).asString());
        Set<String> missing = new TreeSet<>(CONSTRAINTS.keySet());
        there.forEach(missing::remove);
        return missing;
    }
}
