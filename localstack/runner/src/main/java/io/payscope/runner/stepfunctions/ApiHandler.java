package io.payscope.runner.stepfunctions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.payscope.runner.asl.RequestRefused;
import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Speaks AWS JSON 1.0: the header X-Amz-Target names the operation, bodies are JSON objects. */
final class ApiHandler implements HttpHandler {

    private static final String TARGET_PREFIX = "AWSStepFunctions.";
    private static final int OK = 200;
    private static final int INTERNAL = 500;
    private static final int LARGEST_BODY = 4 << 20;

    private final Operations operations;

    ApiHandler(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.getResponseHeaders()
                    .set("x-amzn-RequestId", UUID.randomUUID().toString());
            try {
                send(exchange, OK, answer(exchange));
            } catch (ApiError e) {
                fail(exchange, e.status(), e.type(), e);
            } catch (RequestRefused e) {
                fail(exchange, ApiError.BAD_REQUEST, e.reason().code(), e);
            } catch (DefinitionRefused e) {
                fail(exchange, ApiError.BAD_REQUEST, "InvalidDefinition", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(exchange, INTERNAL, "InternalFailure", e);
            } catch (RuntimeException e) {
                fail(exchange, INTERNAL, "InternalFailure", e);
            }
        }
    }

    private Map<String, @Nullable Object> answer(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw ApiError.validation("the request is larger than " + LARGEST_BODY + " bytes");
        }
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            throw new ApiError(
                    ApiError.FORBIDDEN,
                    "MissingAuthenticationTokenException",
                    "Missing Authentication Token: any credentials do, but the request must be signed");
        }
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        Operation operation = target.startsWith(TARGET_PREFIX)
                ? operations.find(target.substring(TARGET_PREFIX.length())).orElse(null)
                : null;
        if (operation == null) {
            throw new ApiError(
                    ApiError.BAD_REQUEST,
                    "UnknownOperationException",
                    "the local runner does not offer '" + target + "'");
        }
        return operation.answer(Request.parse(new String(body, StandardCharsets.UTF_8)));
    }

    private static void fail(HttpExchange exchange, int status, String type, Exception cause) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("__type", type);
        body.put("message", status == INTERNAL ? cause.toString() : cause.getMessage());
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, Map<String, @Nullable Object> body) throws IOException {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
