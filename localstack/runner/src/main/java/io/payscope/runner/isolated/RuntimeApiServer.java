package io.payscope.runner.isolated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Runtime API of one function process on 127.0.0.1: hands out events one at a time, takes answers and errors. */
final class RuntimeApiServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/2018-06-01/runtime/";
    private static final String INIT_ERROR = "init/error";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 500;

    static {
        // Read once, when the JDK's server is first used: without it every small answer waits for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<PendingCall> waiting = new LinkedBlockingQueue<>();
    private final String arn;
    private volatile @Nullable PendingCall current;
    private volatile boolean startFailed;

    /** @param arn what the events say they invoke */
    RuntimeApiServer(String arn) {
        this.arn = arn;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            threads.close();
            throw new ConfigFault("no port on 127.0.0.1 is free", e);
        }
        server.setExecutor(threads);
        server.createContext(PATH, this::handle);
        server.start();
    }

    /** Host and port, as the environment variable AWS_LAMBDA_RUNTIME_API has them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets the process take this call next. */
    void offer(PendingCall call) {
        current = call;
        waiting.add(call);
    }

    /** Whether the process reported that its function did not start. */
    boolean startFailed() {
        return startFailed;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PATH.length());
            if (path.equals("invocation/next")) {
                next(exchange);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            PendingCall call = current;
            if (call != null && path.equals("invocation/" + call.id() + "/response")) {
                call.outcome().complete(body);
                answer(exchange, ACCEPTED);
            } else if (call != null && (path.equals(INIT_ERROR) || path.equals("invocation/" + call.id() + "/error"))) {
                startFailed |= path.equals(INIT_ERROR);
                call.outcome().completeExceptionally(error(exchange, body));
                answer(exchange, ACCEPTED);
            } else {
                answer(exchange, NOT_FOUND);
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        PendingCall call;
        try {
            call = waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, GONE);
            return;
        }
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", call.id());
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(call.deadlineMillis()));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", arn);
        exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, call.event().length);
        exchange.getResponseBody().write(call.event());
    }

    /** The type is in the body; a runtime that leaves it out there names it in a header. */
    private static FunctionError error(HttpExchange exchange, byte[] body) {
        JsonNode report;
        try {
            report = JSON.readTree(body);
        } catch (JacksonException e) {
            report = JSON.missingNode();
        }
        String type = report.path("errorType")
                .asString(String.valueOf(exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type")));
        return new FunctionError(
                type,
                report.path("errorMessage").asString(""),
                report.path("stackTrace").valueStream().map(JsonNode::asString).toList());
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
