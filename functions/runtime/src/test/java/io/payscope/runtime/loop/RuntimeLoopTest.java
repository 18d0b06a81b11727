package io.payscope.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.DataFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop against a Runtime API that hands out what the test says, and then answers 500. */
class RuntimeLoopTest {

    private final Queue<String> events = new ArrayDeque<>();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2018-06-01/runtime/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void handsInTheAnswerUnderTheIdOfItsEvent() {
        events.add("{\"n\":1}");
        serve((in, out, context) -> {
            out.write(in.readAllBytes());
            out.write((" to " + context.getAwsRequestId() + " within " + context.getRemainingTimeInMillis() / 60_000)
                    .getBytes(StandardCharsets.UTF_8));
        });
        assertThat(reports).containsExactly("invocation/id-1/response null {\"n\":1} to id-1 within 1");
    }

    @Test
    void reportsAnExceptionByTheFullNameOfItsClass() {
        events.add("{}");
        serve((_, _, _) -> {
            throw new DataFault("row 3: no amount");
        });
        assertThat(reports).singleElement().satisfies(report -> assertThat(report)
                .startsWith("invocation/id-1/error io.payscope.core.fault.DataFault ")
                .contains("\"errorType\":\"io.payscope.core.fault.DataFault\"")
                .contains("\"errorMessage\":\"row 3: no amount\""));
    }

    @Test
    void reportsAnErrorAndTakesTheNextEvent() {
        events.add("{}");
        events.add("{}");
        serve((_, _, context) -> {
            if (context.getAwsRequestId().equals("id-1")) {
                throw new UnsatisfiedLinkError("libgomp.so.1");
            }
        });
        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst()).startsWith("invocation/id-1/error java.lang.UnsatisfiedLinkError ");
        assertThat(reports.getLast()).startsWith("invocation/id-2/response");
    }

    @Test
    void reportsAFunctionThatDoesNotStart() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RuntimeLoop.serve(address(), () -> {
                    throw new IllegalStateException("no bucket");
                }));
        assertThat(reports).singleElement().satisfies(report -> assertThat(report)
                .startsWith("init/error java.lang.IllegalStateException ")
                .contains("no bucket"));
    }

    /** Ends by the 500 that the API answers when the test's events are used up. */
    private void serve(RequestStreamHandler handler) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RuntimeLoop.serve(address(), () -> handler))
                .withMessage("next event: expected status 200, found 500");
    }

    private String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/2018-06-01/runtime/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!path.equals("invocation/next")) {
                String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
                reports.add(path + " " + type + " " + body);
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            String event = events.poll();
            if (event == null) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            int number = reports.size() + 1;
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "id-" + number);
            exchange.getResponseHeaders()
                    .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 119_000));
            exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", "arn");
            exchange.sendResponseHeaders(200, event.length());
            exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        }
    }
}
