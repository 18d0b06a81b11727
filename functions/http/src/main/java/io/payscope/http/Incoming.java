package io.payscope.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of an HTTP API (payload format 2.0) without its nulls. */
final class Incoming {

    private static final String AUTHORIZATION = "authorization";
    private static final int MAX_REQUEST_ID = 64;

    private final APIGatewayV2HTTPEvent event;
    private final Map<String, String> headers = new HashMap<>();
    private final String requestId;

    Incoming(APIGatewayV2HTTPEvent event) {
        this.event = event;
        if (event.getHeaders() != null) {
            event.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), orEmpty(value)));
        }
        this.requestId = requestId(event);
    }

    private static String requestId(APIGatewayV2HTTPEvent event) {
        String given = event.getRequestContext() == null
                ? null
                : event.getRequestContext().getRequestId();
        return given != null && given.length() <= MAX_REQUEST_ID && given.matches("[A-Za-z0-9=_-]+")
                ? given
                : UUID.randomUUID().toString();
    }

    String requestId() {
        return requestId;
    }

    String method() {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        if (context != null && context.getHttp() != null) {
            return orEmpty(context.getHttp().getMethod()).toUpperCase(Locale.ROOT);
        }
        String key = orEmpty(event.getRouteKey());
        return key.substring(0, Math.max(0, key.indexOf(' ')));
    }

    /** The path as it was sent, without the stage's name, which a stage other than $default puts first. */
    String path() {
        String path = orEmpty(event.getRawPath());
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        String stage = context == null ? "" : orEmpty(context.getStage());
        return !stage.isEmpty() && path.startsWith("/" + stage + "/") ? path.substring(stage.length() + 1) : path;
    }

    @Nullable
    String authorization() {
        return headers.get(AUTHORIZATION);
    }

    /** All headers but the token. */
    Map<String, String> headers() {
        Map<String, String> without = new HashMap<>(headers);
        without.remove(AUTHORIZATION);
        return without;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        if (event.getQueryStringParameters() != null) {
            event.getQueryStringParameters().forEach((name, value) -> query.put(name, orEmpty(value)));
        }
        return query;
    }

    int headerSize() {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    int urlSize() {
        return orEmpty(event.getRawPath()).length()
                + orEmpty(event.getRawQueryString()).length();
    }

    /**
     * The body.
     *
     * @throws Refusal 413 if it has more bytes, 400 if it is not the base64 that it is said to be
     */
    byte[] body(int maxBytes) {
        String body = orEmpty(event.getBody());
        int maxCharacters = event.getIsBase64Encoded() ? (maxBytes + 2) / 3 * 4 : maxBytes;
        if (body.length() > maxCharacters) {
            throw tooLarge(maxBytes);
        }
        byte[] bytes = event.getIsBase64Encoded() ? decoded(body) : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return bytes;
    }

    private static byte[] decoded(String body) {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "the body cannot be read");
        }
    }

    private static Refusal tooLarge(int maxBytes) {
        return new Refusal(
                413, maxBytes == 0 ? "this route takes no body" : "the body is limited to " + maxBytes + " bytes");
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
