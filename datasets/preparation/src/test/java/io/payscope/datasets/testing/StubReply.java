package io.payscope.datasets.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer as a test writes it.
 *
 * @param status of HTTP
 * @param headers by name
 * @param body its bytes
 */
public record StubReply(int status, Map<String, String> headers, byte[] body) {

    /** An answer of JSON, or of what is called so. */
    public static StubReply json(int status, String body) {
        return new StubReply(status, Map.of("Content-Type", "application/json"), utf8(body));
    }

    /** An HTML page. */
    public static StubReply page(int status, String title) {
        return new StubReply(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                utf8("<!DOCTYPE html><html><head><title>" + title + "</title></head></html>"));
    }

    /** An answer without a body. */
    public static StubReply empty(int status) {
        return new StubReply(status, Map.of(), new byte[0]);
    }

    /** A redirect. */
    public static StubReply redirect(String location) {
        return new StubReply(302, Map.of("Location", location), new byte[0]);
    }

    /** Too many requests, in the wording of today. */
    public static StubReply tooMany(Map<String, String> headers) {
        return new StubReply(
                429,
                headers,
                utf8("{\"error\":{\"code\":429,\"message\":\"Too many requests\",\"status\":\"RESOURCE_EXHAUSTED\"}}"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
