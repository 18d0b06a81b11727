package io.payscope.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Answers and problems as API Gateway takes them, with the headers that every one has. */
final class Responses {

    private static final Map<String, String> ALWAYS = Map.of(
            "cache-control", "no-store",
            "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
            "referrer-policy", "no-referrer",
            "strict-transport-security", "max-age=31536000",
            "x-content-type-options", "nosniff");

    private Responses() {}

    static APIGatewayV2HTTPResponse of(Answer<?> answer, String requestId) {
        return answer.body() instanceof Description description
                ? response(answer.status(), Description.MEDIA_TYPE, description.text(), answer.headers(), requestId)
                : response(answer.status(), "application/json", json(answer.body()), answer.headers(), requestId);
    }

    static APIGatewayV2HTTPResponse of(Refusal refusal, String requestId) {
        Problem problem = Problem.of(refusal.status(), refusal.detail(), requestId);
        return response(refusal.status(), "application/problem+json", json(problem), refusal.headers(), requestId);
    }

    private static String json(Object body) {
        return new String(JsonCodec.encode(body), StandardCharsets.UTF_8);
    }

    private static APIGatewayV2HTTPResponse response(
            int status, String contentType, String body, Map<String, String> headers, String requestId) {
        Map<String, String> all = new HashMap<>(ALWAYS);
        all.put("content-type", contentType);
        all.put("x-request-id", requestId);
        all.putAll(headers);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body)
                .build();
    }
}
