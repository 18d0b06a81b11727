package io.payscope.http;

import static io.payscope.http.TestedApi.BODY;
import static io.payscope.http.TestedApi.SCORES;
import static io.payscope.http.TestedApi.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, batches, headers and addresses that are none, too large or of another type; J13. */
class ApiBodiesTest {

    private final TestedApi api = new TestedApi();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "{",
                "{}x",
                "{\"amounts\":[1]} {}",
                "{\"amounts\":[1],\"x\":1}",
                "{\"Amounts\":[1]}",
                "{\"amounts\":[1],\"amounts\":[2]}",
                "{\"amounts\":[\"1\"]}",
                "{\"amounts\":null}",
                "{\"bankId\":\"1\",\"amounts\":[1]}",
                "{\"bankId\":0,\"amounts\":[1]}",
                "{\"amounts\":[1e400]}"
            })
    void aMalformedBodyIsABadRequestThatNamesNoClass(String body) throws JOSEException {
        APIGatewayV2HTTPResponse response = api.answer(Events.json("POST", SCORES, api.analyst(), body));

        assertProblem(response, 400);
        assertThat(response.getBody()).doesNotContain("payscope.http", "Batch", "jackson", "java");
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void aDeepBodyIsABadRequest() throws JOSEException {
        String deep = "{\"amounts\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        assertProblem(api.answer(Events.json("POST", SCORES, api.analyst(), deep)), 400);
    }

    @Test
    void aBodyIsBoundedInBytesAlsoBehindBase64() throws JOSEException {
        String large = "\"" + "é".repeat(Limits.BATCH_BODY / 2) + "\"";
        assertProblem(api.answer(Events.json("POST", SCORES, api.analyst(), large)), 413);
        APIGatewayV2HTTPEvent encoded = Events.json(
                "POST",
                SCORES,
                api.analyst(),
                Base64.getEncoder().encodeToString(large.getBytes(StandardCharsets.UTF_8)));
        encoded.setIsBase64Encoded(true);
        assertProblem(api.answer(encoded), 413);
        assertProblem(api.answer(Events.json("GET", "/banks/1/forecasts/x", api.analyst(), "{}")), 413);
    }

    @Test
    void aBase64BodyIsDecoded() throws JOSEException {
        APIGatewayV2HTTPEvent event = Events.json(
                "POST",
                SCORES,
                api.analyst(),
                Base64.getEncoder().encodeToString(BODY.getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);
        assertThat(api.answer(event).getStatusCode()).isEqualTo(200);
        event.setBody("*");
        assertProblem(api.answer(event), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=utf-16", ""})
    void anotherMediaTypeIsUnsupported(String type) throws JOSEException {
        assertProblem(api.answer(Events.of("POST", SCORES, api.analyst(), Map.of("content-type", type), BODY)), 415);
    }

    @Test
    void aCompressedBodyIsUnsupported() throws JOSEException {
        Map<String, String> headers = Map.of("content-type", "application/json", "content-encoding", "gzip");
        assertProblem(api.answer(Events.of("POST", SCORES, api.analyst(), headers, BODY)), 415);
    }

    @Test
    void aBatchHasABound() throws JOSEException {
        assertProblem(api.answer(Events.json("POST", SCORES, api.analyst(), "{\"amounts\":[]}")), 422);
        assertProblem(api.answer(Events.json("POST", SCORES, api.analyst(), "{\"amounts\":[1,2,3,4]}")), 413);
        assertThat(api.answer(Events.json("POST", SCORES, api.analyst(), BODY)).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void headersAndUrlAreBounded() throws JOSEException {
        Map<String, String> huge = Map.of("x-filler", "x".repeat(Limits.HEADERS));
        assertProblem(api.answer(Events.of("GET", "/banks/1/forecasts/x", api.analyst(), huge, null)), 431);
        assertProblem(api.answer(Events.of("GET", "/banks/1/forecasts/" + "x".repeat(Limits.URL), api.analyst())), 414);
    }
}
