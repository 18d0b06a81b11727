package io.payscope.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** S3 and Step Functions as far as an upload asks them; an object that is written starts an execution. */
final class FakeAws implements AutoCloseable {

    static final String BUCKET = "bucket";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, String> objects = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final Function<String, Map<String, Object>> end;
    private int refusedPart;

    /** @param end what DescribeExecution says of the execution for a key, beyond its input */
    FakeAws(Function<String, Map<String, Object>> end) throws IOException {
        this.end = end;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests so far, as method and path with query. */
    List<String> requests() {
        return requests;
    }

    /** Refuses a part of every multipart upload. */
    void refusePart(int number) {
        refusedPart = number;
    }

    /** Puts an object that can be read. */
    void put(String key, String body) {
        objects.put(key, body);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String query = exchange.getRequestURI().getQuery();
        String request = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query);
        requests.add(target == null ? request : target);
        if (target == null) {
            s3(exchange, request);
        } else {
            send(exchange, 200, JSON.writeValueAsString(states(target, JSON.readTree(body))));
        }
    }

    private void s3(HttpExchange exchange, String request) throws IOException {
        String key = exchange.getRequestURI().getPath().substring(BUCKET.length() + 2);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        exchange.getResponseHeaders().add("ETag", "\"tag\"");
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                String found = objects.get(key);
                send(
                        exchange,
                        found == null ? 404 : 200,
                        found == null ? "<Error><Code>NoSuchKey</Code></Error>" : found);
            }
            case "POST" -> {
                if (query.startsWith("uploads")) {
                    send(exchange, 200, "<R><UploadId>u1</UploadId></R>");
                } else {
                    keys.add(key);
                    send(exchange, 200, "<R><ETag>\"whole\"</ETag></R>");
                }
            }
            case "PUT" -> {
                boolean refused = refusedPart > 0 && request.contains("partNumber=" + refusedPart);
                if (!request.contains("partNumber=") && !refused) {
                    keys.add(key);
                }
                send(exchange, refused ? 403 : 200, refused ? "<Error><Code>AccessDenied</Code></Error>" : "");
            }
            default -> send(exchange, 204, "");
        }
    }

    private Map<String, Object> states(String target, JsonNode body) {
        return switch (target.substring(target.indexOf('.') + 1)) {
            case "ListStateMachines" ->
                Map.of(
                        "stateMachines",
                        List.of(
                                Map.of("name", "pipeline", "stateMachineArn", "arn:pipeline"),
                                Map.of("name", "ingest", "stateMachineArn", "arn:ingest")));
            case "ListExecutions" ->
                Map.of(
                        "executions",
                        keys.stream()
                                .map(key -> Map.of(
                                        "executionArn", "arn:" + key, "name", "n", "status", "RUNNING", "startDate", 1))
                                .toList());
            case "DescribeExecution" -> {
                String arn = body.path("executionArn").asString();
                Map<String, Object> described = new LinkedHashMap<>(end.apply(arn.substring("arn:".length())));
                described.put("executionArn", arn);
                described.put(
                        "input",
                        JSON.writeValueAsString(Map.of(
                                "detail",
                                Map.of(
                                        "bucket", Map.of("name", BUCKET),
                                        "object", Map.of("key", arn.substring("arn:".length()))))));
                yield described;
            }
            default -> throw new IllegalStateException(target);
        };
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
