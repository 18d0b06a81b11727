package io.payscope.apiadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.payscope.apiadmin.RunStarter.Started;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.http.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a peer that speaks the two calls as Step Functions does: a name with equal input is answered as the first time. */
class StepFunctionsRunsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:pipeline";
    private static final String EXECUTION = "arn:aws:states:us-east-1:000000000000:execution:pipeline:";

    private final Map<String, String> executions = new ConcurrentHashMap<>();
    private HttpServer peer;
    private volatile int refuseWith;

    @BeforeEach
    void start() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/", this::answer);
        peer.start();
    }

    @AfterEach
    void stop() {
        peer.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (refuseWith != 0) {
            send(exchange, refuseWith, "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}");
        } else if (action.equals("AWSStepFunctions.StartExecution")) {
            assertThat(request.path("stateMachineArn").asString()).isEqualTo(MACHINE);
            String arn = EXECUTION + request.path("name").asString();
            String input = request.path("input").asString();
            boolean taken = !executions.computeIfAbsent(arn, _ -> input).equals(input);
            send(
                    exchange,
                    taken ? 400 : 200,
                    taken
                            ? "{\"__type\":\"ExecutionAlreadyExists\",\"message\":\"taken\"}"
                            : "{\"executionArn\":\"" + arn + "\",\"startDate\":1}");
        } else {
            String input = executions.get(request.path("executionArn").asString());
            send(
                    exchange,
                    input == null ? 400 : 200,
                    input == null
                            ? "{\"__type\":\"ExecutionDoesNotExist\",\"message\":\"none\"}"
                            : JSON.writeValueAsString(Map.of("input", input, "status", "RUNNING")));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private RunStarter runs() {
        return StepFunctionsRuns.from(Settings.of(Map.of(
                "PAYSCOPE_PIPELINE_ARN",
                MACHINE,
                "PAYSCOPE_STATES_ENDPOINT",
                "http://127.0.0.1:" + peer.getAddress().getPort())));
    }

    @Test
    void aNameStartsOneExecutionAndItsInputTellsWhoseItIs() {
        RunStarter runs = runs();
        assertThat(runs.start("api-1", "{}")).isEqualTo(Started.NEW);
        assertThat(runs.start("api-1", "{}")).isEqualTo(Started.BEFORE);
        assertThat(runs.start("api-1", "{\"seed\":1}")).isEqualTo(Started.OTHER_INPUT);
        assertThat(runs.start("api-2", "{\"seed\":1}")).isEqualTo(Started.NEW);
        assertThat(executions).containsOnlyKeys(EXECUTION + "api-1", EXECUTION + "api-2");
    }

    @Test
    void aRefusalIsAConfigFaultAndSilenceIsTransient() {
        RunStarter runs = runs();
        refuseWith = 400;
        assertThatExceptionOfType(ConfigFault.class).isThrownBy(() -> runs.start("api-1", "{}"));
        peer.stop(0);
        assertThatExceptionOfType(TransientFault.class).isThrownBy(() -> runs.start("api-1", "{}"));
    }

    @Test
    void withoutAPipelineNoneIsStarted() {
        RunStarter none = StepFunctionsRuns.from(Settings.of(Map.of()));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> none.start("api-1", "{}"));
    }
}
