package io.payscope.runner.http;

import com.sun.net.httpserver.HttpExchange;
import io.payscope.core.fault.BugFault;
import io.payscope.http.Router;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HTTP requests as API Gateway events of payload format 2.0, and the functions' answers back. */
final class HttpEvents {

    /** What API Gateway takes. */
    private static final int MAX_BODY = 10 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    private HttpEvents() {}

    /**
     * What goes back to the caller.
     *
     * @param status HTTP status
     * @param headers by lower-case name
     * @param body text
     */
    record Answer(int status, Map<String, String> headers, String body) {

        Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** The event for a request; repeated headers and parameters are joined by commas, as API Gateway does. */
    static byte[] event(HttpExchange exchange, Optional<Router.Match> match) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        String routeKey = match.map(found -> found.route().routeKey()).orElse("$default");
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", routeKey);
        event.put("rawPath", path);
        event.put("rawQueryString", query == null ? "" : query);
        ObjectNode headers = event.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        ObjectNode parameters = event.putObject("queryStringParameters");
        query(query).forEach(parameters::put);
        ObjectNode pathParameters = event.putObject("pathParameters");
        match.ifPresent(found -> found.parameters().forEach(pathParameters::put));
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", routeKey);
        context.put("stage", "$default");
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        body(exchange.getRequestBody().readNBytes(MAX_BODY + 1), event);
        return JSON.writeValueAsBytes(event);
    }

    private static void body(byte[] bytes, ObjectNode event) {
        event.put("isBase64Encoded", false);
        if (bytes.length == 0) {
            return;
        }
        try {
            event.put(
                    "body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException _) {
            event.put("isBase64Encoded", true);
            event.put("body", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            parameters.merge(name, decoded(equals < 0 ? "" : pair.substring(equals + 1)), (a, b) -> a + "," + b);
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /** The caller's answer from the function's. */
    static Answer answer(byte[] result) {
        JsonNode node = JSON.readTree(result);
        JsonNode status = node.get("statusCode");
        if (status == null || !status.isInt()) {
            throw new BugFault("an api function answered without a statusCode");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        node.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asString("")));
        return new Answer(status.intValue(), headers, node.path("body").asString(""));
    }
}
