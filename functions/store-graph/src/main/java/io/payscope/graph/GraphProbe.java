package io.payscope.graph;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.StoreProbe;
import io.payscope.core.stage.Store;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** Asks whether the graph is there and has its constraints. */
public final class GraphProbe implements StoreProbe {

    private final GraphConnection connection;

    public GraphProbe(GraphConnection connection) {
        this.connection = connection;
    }

    @Override
    public Store store() {
        return Store.GRAPH;
    }

    @Override
    public String probe() {
        return connection.session("looking at the graph", GraphProbe::version);
    }

    private static String version(Session session) {
        Set<String> missing = GraphMigration.missing(session);
        if (!missing.isEmpty()) {
            throw new ConfigFault("the graph is not migrated: no constraint " + missing + "; run migrate-stores");
        }
        Record kernel = session.run("CALL dbms.components() YIELD name, versions, edition"
                        + " WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition")
                .single();
        return "Neo4j " + kernel.get("version").asString() + " "
                + kernel.get("edition").asString();
    }
}
