package io.payscope.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GraphServer.class)
class GraphMigrationTest {

    @Test
    void migratingAgainChangesNothing(GraphConnection connection) {
        GraphMigration migration = new GraphMigration(connection);
        assertThat(migration.migrate()).isEqualTo(5);
        assertThat(migration.migrate()).isEqualTo(5);
    }

    @Test
    void theProbeTellsTheVersion(GraphConnection connection) {
        assertThat(new GraphProbe(connection).probe()).matches("Neo4j 5\\..* community");
    }

    @Test
    void theProbeMissesAConstraint(GraphConnection connection) {
        connection.session("testing", session -> session.run("DROP CONSTRAINT loaded_batch_id")
                .consume());
        try {
            assertThatThrownBy(() -> new GraphProbe(connection).probe())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("loaded_batch_id");
        } finally {
            new GraphMigration(connection).migrate();
        }
        assertThat(new GraphProbe(connection).probe()).startsWith("Neo4j");
    }

    @Test
    void aGraphThatDoesNotAnswerIsTransient() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        GraphSettings down = new GraphSettings(URI.create("bolt://127.0.0.1:" + closed), "neo4j", "");
        try (GraphConnection connection = GraphConnection.open(down)) {
            assertThatThrownBy(() -> new GraphProbe(connection).probe()).isInstanceOf(TransientFault.class);
        }
    }
}
