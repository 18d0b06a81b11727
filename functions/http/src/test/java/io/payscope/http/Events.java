package io.payscope.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as API Gateway sends them. */
public final class Events {

    private Events() {}

    /** @return an event without a body, and without a token if the authorization is null */
    public static APIGatewayV2HTTPEvent of(String method, String path, @Nullable String authorization) {
        return of(method, path, authorization, Map.of(), null);
    }

    /** @return an event with a JSON body */
    public static APIGatewayV2HTTPEvent json(String method, String path, @Nullable String authorization, String body) {
        return of(method, path, authorization, Map.of("content-type", "application/json"), body);
    }

    /** @return an event with more headers and perhaps a body */
    public static APIGatewayV2HTTPEvent of(
            String method,
            String path,
            @Nullable String authorization,
            Map<String, String> headers,
            @Nullable String body) {
        Map<String, String> all = new HashMap<>(headers);
        if (authorization != null) {
            all.put("authorization", authorization);
        }
        int question = path.indexOf('?');
        String rawPath = question < 0 ? path : path.substring(0, question);
        String query = question < 0 ? "" : path.substring(question + 1);
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("$default")
                .withRawPath(rawPath)
                .withRawQueryString(query)
                .withQueryStringParameters(parameters)
                .withHeaders(all)
                .withBody(body)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId("request-1")
                        .withStage("$default")
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(rawPath)
                                .build())
                        .build())
                .build();
    }
}
