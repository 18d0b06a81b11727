package io.payscope.runner.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands where API Gateway stands: turns HTTP requests into HTTP API (payload format 2.0) events for the api
 * functions, and publishes the local issuer's keys.
 */
public final class HttpFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final String KEYS_PATH = "/.well-known/jwks.json";

    private final HttpServer server;
    private final Functions functions;
    private final LocalIssuer issuer;

    /**
     * Opens the front on 127.0.0.1.
     *
     * @param port 0 for any free one
     * @param functions what answers
     * @param issuer whose keys are published
     * @throws IOException if the port is in use
     */
    public HttpFront(int port, Functions functions, LocalIssuer issuer) throws IOException {
        this.functions = functions;
        this.issuer = issuer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(KEYS_PATH, this::keys);
        server.createContext("/", this::event);
        server.start();
    }

    /** @return base URL */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @return where the local issuer's public keys are */
    public String keysUrl() {
        return url() + KEYS_PATH;
    }

    private void keys(HttpExchange exchange) {
        answer(exchange, new HttpEvents.Answer(200, "application/json", issuer.publicKeys()));
    }

    private void event(HttpExchange exchange) {
        HttpEvents.Answer answer;
        try {
            answer = HttpEvents.answer(functions.invoke(StageName.API_ADMIN, HttpEvents.event(exchange)));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            answer = new HttpEvents.Answer(500, "application/json", "{\"message\":\"Internal Server Error\"}");
        }
        answer(exchange, answer);
    }

    private static void answer(HttpExchange exchange, HttpEvents.Answer answer) {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
