package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.stage.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorMigrationTest {

    @TempDir
    private Path folder;

    private LocalIndex server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalIndex(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createsTheIndexOnce() {
        VectorSettings settings = server.settings("fresh");

        assertThat(new VectorMigration(settings).migrate()).isEqualTo("index fresh, 768 dimensions, cosine, created");
        assertThat(new VectorMigration(settings).migrate()).isEqualTo("index fresh, 768 dimensions, cosine, was there");
        assertThat(server.client().listIndexes().getIndexes()).hasSize(1);
    }

    @Test
    void indexOfAnotherDimensionIsLeftAlone() {
        server.createIndex("small", 384);

        assertThatThrownBy(() -> new VectorMigration(server.settings("small")).migrate())
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("expected 768 dimensions and metric cosine, found 384 and cosine");
        assertThat(server.client().describeIndex("small").getDimension()).isEqualTo(384);
    }

    @Test
    void indexOfAnotherMetricIsLeftAlone() throws IOException {
        byte[] answer = """
            {"name":"dot","metric":"dotproduct","dimension":768,"host":"http://127.0.0.1:1","vector_type":"dense",
             "deletion_protection":"disabled","status":{"ready":true,"state":"Ready"},
             "spec":{"serverless":{"cloud":"aws","region":"us-east-1",
              "read_capacity":{"mode":"OnDemand","status":{"state":"Ready"}}}}}\
            """.getBytes(StandardCharsets.UTF_8);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/indexes/dot", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        http.start();
        String host = "http://127.0.0.1:" + http.getAddress().getPort();
        try {
            VectorSettings settings = new VectorSettings(host, LocalIndex.KEY, "dot", "aws", "us-east-1");
            assertThatThrownBy(() -> new VectorMigration(settings).migrate())
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("found 768 and dotproduct");
        } finally {
            http.stop(0);
        }
    }

    @Test
    void probeTellsMissingIndexFromMigratedOne() {
        VectorsProbe probe = new VectorsProbe(server.settings("fresh"));
        assertThat(probe.store()).isEqualTo(Store.VECTORS);
        assertThatThrownBy(probe::probe)
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("migrate-stores creates it");

        new VectorMigration(server.settings("fresh")).migrate();

        assertThat(probe.probe()).isEqualTo("index fresh, 768 dimensions, 0 vectors");
    }

    @Test
    void serverThatDoesNotAnswerIsTransient() {
        VectorsProbe probe = new VectorsProbe(server.settings("fresh"));
        server.close();

        assertThatThrownBy(probe::probe).isInstanceOf(TransientFault.class).hasMessageNotContaining(LocalIndex.KEY);
    }
}
