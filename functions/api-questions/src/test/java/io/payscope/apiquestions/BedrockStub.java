package io.payscope.apiquestions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.json.JsonMapper;

/** A server on loopback that answers as Bedrock's runtime would, and keeps what it was sent. */
final class BedrockStub implements AutoCloseable {

    static final String MODEL = "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.some.model-v1:0";

    final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);

    record Received(String method, String path, Map<String, List<String>> headers, String body) {}

    /** Answers every request alike; with no body it keeps the client waiting until it is closed. */
    BedrockStub(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, status, body));
        server.start();
    }

    /** Answers with a model's text. */
    static BedrockStub saying(String text) throws IOException {
        return new BedrockStub(200, answer(text, "end_turn"));
    }

    static String answer(String text, String stopReason) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "output",
                        Map.of("message", Map.of("role", "assistant", "content", List.of(Map.of("text", text)))),
                        "stopReason",
                        stopReason));
    }

    BedrockConverse client(Duration patience) {
        return new BedrockConverse(
                MODEL,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Region.EU_WEST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-secret")),
                patience);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (body.isEmpty()) {
                closed.await();
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
