package io.payscope.http;

import static io.payscope.http.TestedApi.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routing, answers, and what a failure gives away; J14. */
class ApiTest {

    private final TestedApi api = new TestedApi();

    @Test
    void aCallKnowsItsPrincipalBankParametersAndBodyAndNotTheToken() throws JOSEException {
        APIGatewayV2HTTPResponse response =
                api.answer(Events.of("GET", "/banks/1/forecasts/daily%20amount+x?horizon=7", api.analyst()));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"bank\":1}");
        assertThat(api.calls()).singleElement().satisfies(call -> {
            assertThat(call.principal().subject()).isEqualTo("ada");
            assertThat(call.bank()).isEqualTo(new BankId(1));
            assertThat(call.path("series")).isEqualTo("daily amount+x");
            assertThat(call.number("horizon", 1, 90, 30)).isEqualTo(7);
            assertThat(call.headers()).doesNotContainKey("authorization");
        });
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() throws JOSEException {
        for (APIGatewayV2HTTPResponse response : List.of(
                api.answer(Events.of("GET", "/banks/1/forecasts/x", api.analyst())),
                api.answer(Events.of("GET", "/", null)))) {
            assertThat(response.getHeaders())
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
                    .containsEntry("x-request-id", "request-1");
        }
    }

    @Test
    void everyRouteOfTheFunctionNeedsAnEndpoint() {
        assertThatExceptionOfType(BugFault.class)
                .isThrownBy(() -> new Api(
                        ApiFunction.API_PREDICTIONS,
                        api.gate(),
                        Map.of(Policy.READ_FORECAST, Endpoint.of(_ -> Answer.ok(Map.of())))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/banks",
                "/banks/1/forecasts",
                "/banks/1/forecasts/",
                "/banks/1/forecasts/x/",
                "//banks/1/forecasts/x",
                "/banks/1/forecasts/%2e%2e",
                "/banks/1/forecasts/a%2Fb",
                "/banks/1/forecasts/%00",
                "/banks/1/forecasts/%zz",
                "/health",
                "/admin/runs"
            })
    void whatIsNoRouteOfThisFunctionIsNotFound(String path) throws JOSEException {
        assertProblem(api.answer(Events.of("GET", path, api.analyst())), 404);
    }

    @Test
    void anotherMethodIsNotAllowed() throws JOSEException {
        APIGatewayV2HTTPResponse response = api.answer(Events.of("DELETE", "/banks/1/forecasts/x", api.analyst()));

        assertProblem(response, 405);
        assertThat(response.getHeaders()).containsEntry("allow", "GET");
    }

    @Test
    void whateverGoesWrongInsideStaysInside() throws JOSEException {
        Map<Throwable, Integer> failures = Map.of(
                new TransientFault("host db-17 refused the password"), 503,
                new DataFault("s3://secret-bucket/key of db-17"), 500,
                new BugFault("db-17"), 500,
                new IllegalStateException("db-17"), 500,
                new UnsatisfiedLinkError("/opt/db-17.so"), 500,
                new StackOverflowError("db-17"), 500);
        for (Map.Entry<Throwable, Integer> entry : failures.entrySet()) {
            api.failWith(entry.getKey());
            APIGatewayV2HTTPResponse response = api.answer(Events.of("GET", "/banks/1/forecasts/x", api.analyst()));
            assertProblem(response, entry.getValue());
            assertThat(response.getBody()).doesNotContain("db-17", "Fault", "Exception", "at io.");
        }
    }
}
