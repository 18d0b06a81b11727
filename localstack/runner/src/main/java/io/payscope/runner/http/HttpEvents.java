package io.payscope.runner.http;

import com.sun.net.httpserver.HttpExchange;
import io.payscope.core.fault.BugFault;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HTTP requests as API Gateway events of payload format 2.0, and the functions' answers back. */
final class HttpEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private HttpEvents() {}

    /**
     * What goes back to the caller.
     *
     * @param status HTTP status
     * @param contentType of the body
     * @param body text
     */
    record Answer(int status, String contentType, String body) {}

    /** The event for a request without a body; repeated headers are joined by commas, as API Gateway does. */
    static byte[] event(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "2.0");
        event.put("routeKey", method + " " + path);
        event.put("rawPath", path);
        event.put("rawQueryString", query == null ? "" : query);
        ObjectNode headers = event.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        ObjectNode context = event.putObject("requestContext");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", method + " " + path);
        context.put("stage", "$default");
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        event.put("isBase64Encoded", false);
        return JSON.writeValueAsBytes(event);
    }

    /** The caller's answer from the function's. */
    static Answer answer(byte[] result) {
        JsonNode node = JSON.readTree(result);
        JsonNode status = node.get("statusCode");
        if (status == null || !status.isInt()) {
            throw new BugFault("an api function answered without a statusCode");
        }
        return new Answer(
                status.intValue(),
                node.path("headers").path("content-type").asString("application/json"),
                node.path("body").asString(""));
    }
}
