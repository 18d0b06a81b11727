package io.payscope.runner.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.payscope.http.Router;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands where API Gateway stands: turns HTTP requests into HTTP API (payload format 2.0) events for the api
 * functions, and publishes the local issuer's keys.
 */
public final class HttpFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
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
        answer(exchange, new HttpEvents.Answer(200, JSON, issuer.publicKeys()));
    }

    private void event(HttpExchange exchange) {
        HttpEvents.Answer answer;
        try {
            Optional<Router.Match> match = Router.find(
                    exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
            answer = HttpEvents.answer(functions.invoke(owner(match), HttpEvents.event(exchange, match)));
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "{} {} failed",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            answer = new HttpEvents.Answer(500, JSON, "{\"message\":\"Internal Server Error\"}");
        }
        answer(exchange, answer);
    }

    /** The function that owns the route; what is no route, or of a function that is not here yet, is for the first. */
    private static StageName owner(Optional<Router.Match> match) {
        return match.flatMap(found -> StageName.of(found.route().function().deployedName()))
                .orElse(StageName.API_ADMIN);
    }

    private static void answer(HttpExchange exchange, HttpEvents.Answer answer) {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
            if (!none) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
