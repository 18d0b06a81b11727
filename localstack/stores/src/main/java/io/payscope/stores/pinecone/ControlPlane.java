package io.payscope.stores.pinecone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates, describes, lists and deletes indexes over REST. */
final class ControlPlane implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ControlPlane.class);
    private static final String ROOT = "/indexes";

    private final IndexCatalog catalog;
    private final byte[] apiKey;

    ControlPlane(IndexCatalog catalog, String apiKey) {
        this.catalog = catalog;
        this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                requireKey(exchange.getRequestHeaders().getFirst("Api-Key"));
                route(exchange);
            } catch (RestRefusal refusal) {
                answer(exchange, refusal.status(), IndexJson.error(refusal));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void requireKey(@Nullable String given) {
        // Compares in constant time, so that the key cannot be guessed letter by letter.
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), apiKey)) {
            throw RestRefusal.unauthenticated();
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + (path.startsWith(ROOT + "/") ? ROOT + "/{name}" : path);
        String name = path.substring(Math.min(path.length(), ROOT.length() + 1));
        switch (call) {
            case "GET /indexes" -> answer(exchange, 200, IndexJson.list(catalog.list()));
            case "POST /indexes" -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                IndexSpec created = catalog.create(IndexJson.creation(body, Clock.systemUTC()));
                answer(exchange, 201, IndexJson.model(created).toString());
            }
            case "GET /indexes/{name}" ->
                answer(exchange, 200, IndexJson.model(catalog.describe(name)).toString());
            case "DELETE /indexes/{name}" -> {
                catalog.delete(name);
                answer(exchange, 202, "");
            }
            default -> throw path.startsWith(ROOT) ? RestRefusal.notOffered(call) : RestRefusal.notFound(path);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
