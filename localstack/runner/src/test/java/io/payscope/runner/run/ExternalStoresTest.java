package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.RunSummary.RunStatus;
import io.payscope.runner.host.ExternalStores;
import io.payscope.runner.host.FunctionHost;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StoreAddress;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.host.StoresProcess;
import io.payscope.runner.testing.ValidationAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pipeline over stores that it did not start and knows by settings only. */
class ExternalStoresTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "PAYSCOPE_BUCKET", "b",
            "PAYSCOPE_S3_ENDPOINT", "http://127.0.0.1:1",
            "PAYSCOPE_LEDGER_URL", "jdbc:aws-wrapper:postgresql://db.internal/payscope?sslmode=require",
            "PAYSCOPE_LEDGER_USER", "app",
            "PAYSCOPE_LEDGER_PASSWORD", "s3cret",
            "PAYSCOPE_GRAPH_URI", "neo4j+s://graph.internal",
            "PAYSCOPE_VECTORS_API_KEY", "k3y");

    @TempDir
    private Path folder;

    @Test
    void pipelineRunsOverStoresKnownBySettingsAndLeavesThemRunning() throws Exception {
        Home home = new Home(Path.of("../..").toAbsolutePath().normalize());
        try (StoresProcess elsewhere = StoresProcess.start(home, folder.resolve("elsewhere"), StorePorts.ANY)) {
            ExternalStores given =
                    ExternalStores.of(properties(elsewhere.settings()).toString(), Map.of());
            try (LocalSystem system = LocalSystem.start(home, given, 0, _ -> {}, FunctionHost::new)) {
                RunResult result = new PipelineRun(system)
                        .run(new RunOptions(
                                new RunOptions.LocalSource.Simulated(),
                                500L,
                                List.of(new BankId(3)),
                                false,
                                false,
                                true,
                                42));

                JsonNode summary = JsonMapper.shared().readTree(result.summary().orElseThrow());
                assertThat(result.status()).as(result.cause()).isEqualTo(RunStatus.SUCCEEDED);
                ValidationAnswer validation =
                        ValidationAnswer.of(summary.path("run").path("validation"));
                assertThat(validation.found(3, "LEDGER", "transactions")).isEqualTo(500);
                assertThat(validation.found(3, "GRAPH", "transactions")).isEqualTo(500);
                assertThat(system.external().orElseThrow()).hasSize(4);
                assertThatThrownBy(system::endpoints).isInstanceOf(ConfigFault.class);
            }
            assertThat(ExternalStores.of(properties(elsewhere.settings()).toString(), Map.of())
                            .addresses())
                    .allMatch(StoreAddress::answers);
        }
    }

    @Test
    void addressesHaveTheUsualPortsAndNoSecrets() {
        List<StoreAddress> addresses =
                ExternalStores.of(ExternalStores.ENVIRONMENT, COMPLETE).addresses();

        assertThat(addresses)
                .extracting(StoreAddress::toString)
                .containsExactly(
                        "PAYSCOPE_S3_ENDPOINT (127.0.0.1:1)",
                        "PAYSCOPE_LEDGER_URL (db.internal:5432)",
                        "PAYSCOPE_GRAPH_URI (graph.internal:7687)");
    }

    @Test
    void addressThatDoesNotAnswerIsNamed() throws IOException {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("PAYSCOPE_LEDGER_URL", "jdbc:postgresql://127.0.0.1:" + open.getLocalPort() + "/p");
            environment.put("PAYSCOPE_GRAPH_URI", "bolt://127.0.0.1:2");
            ExternalStores stores = ExternalStores.of(ExternalStores.ENVIRONMENT, environment);

            assertThatThrownBy(stores::requireAnswers)
                    .isInstanceOf(ConfigFault.class)
                    .hasMessage("no answer from PAYSCOPE_S3_ENDPOINT (127.0.0.1:1), PAYSCOPE_GRAPH_URI (127.0.0.1:2)");
        }
    }

    @Test
    void whatIsMissingOrMisspeltIsNamed() throws IOException {
        assertThatThrownBy(() -> ExternalStores.of(ExternalStores.ENVIRONMENT, Map.of("PAYSCOPE_BUCKET", "b")))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_LEDGER_URL");
        Path file = folder.resolve("wrong.properties");
        Files.writeString(file, "PAYSCOPE_BUKET=b\n");
        assertThatThrownBy(() -> ExternalStores.of(file.toString(), Map.of()))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_BUKET");
        Files.writeString(file, "BUCKET=b\n");
        assertThatThrownBy(() -> ExternalStores.of(file.toString(), Map.of()))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("'BUCKET'");
        assertThatThrownBy(() -> ExternalStores.of(folder.resolve("none").toString(), Map.of()))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("none");
    }

    @Test
    void environmentCountsBeforeTheFile() throws IOException {
        Path file = folder.resolve("stores.properties");
        Files.write(
                file,
                COMPLETE.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());

        assertThat(ExternalStores.of(file.toString(), Map.of("PAYSCOPE_BUCKET", "mine"))
                        .settings())
                .containsEntry(Setting.BUCKET, "mine")
                .containsEntry(Setting.LEDGER_USER, "app");
    }

    private Path properties(Map<Setting, String> settings) throws IOException {
        String lines = settings.entrySet().stream()
                .map(setting -> setting.getKey().variable() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("elsewhere.properties"), lines);
    }
}
