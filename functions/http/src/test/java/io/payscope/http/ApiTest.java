package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.http.token.Role;
import io.payscope.http.token.TestIssuer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routing, bodies, problems and what they give away; J11, J13, J14, T5 at the door. */
class ApiTest {

    private static final String SCORES = "/banks/1/fraud/scores";
    private static final String BODY = "{\"bankId\":1,\"amounts\":[1,2]}";

    private static TestIssuer issuer;

    private final RecordedAudit audit = new RecordedAudit();
    private final List<Call<?>> calls = new ArrayList<>();
    private @Nullable Throwable failure;
    private Api api;

    public record Batch(@Nullable BankId bankId, List<Integer> amounts) implements NamesBank {

        @Override
        public List<BankId> namedBanks() {
            return bankId == null ? List.of() : List.of(bankId);
        }
    }

    @BeforeAll
    static void makeKeys() throws JOSEException {
        issuer = new TestIssuer();
    }

    @BeforeEach
    void create() {
        Map<Policy, Endpoint<?>> endpoints = new EnumMap<>(Policy.class);
        endpoints.put(Policy.SCORE_TRANSACTIONS, Endpoint.of(Batch.class, this::score));
        endpoints.put(Policy.READ_FORECAST, Endpoint.of(this::keep));
        endpoints.put(Policy.ASK_WHAT_IF, Endpoint.of(Batch.class, this::keep));
        Gate gate = new Gate(issuer.verifier(), new AuditDesk(audit), new RateLimiter());
        api = new Api(ApiFunction.API_PREDICTIONS, gate, endpoints);
    }

    private Answer<?> score(Call<Batch> call) {
        Limits.batch(call.body().amounts(), 3, "amounts");
        return keep(call);
    }

    private Answer<?> keep(Call<?> call) {
        calls.add(call);
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {
                return Answer.ok(Map.of("bank", call.bank().value()));
            }
        }
    }

    @Test
    void aCallKnowsItsPrincipalBankParametersAndBodyAndNotTheToken() throws JOSEException {
        APIGatewayV2HTTPResponse response =
                api.apply(Events.of("GET", "/banks/1/forecasts/daily%20amount+x?horizon=7", analyst()));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"bank\":1}");
        assertThat(calls).singleElement().satisfies(call -> {
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
                api.apply(Events.of("GET", "/banks/1/forecasts/x", analyst())),
                api.apply(Events.of("GET", "/", null)))) {
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
                        new Gate(issuer.verifier(), new AuditDesk(audit), new RateLimiter()),
                        Map.of(Policy.READ_FORECAST, Endpoint.of(this::keep))));
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
        assertProblem(api.apply(Events.of("GET", path, analyst())), 404);
    }

    @Test
    void anotherMethodIsNotAllowed() throws JOSEException {
        APIGatewayV2HTTPResponse response = api.apply(Events.of("DELETE", "/banks/1/forecasts/x", analyst()));

        assertProblem(response, 405);
        assertThat(response.getHeaders()).containsEntry("allow", "GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/banks/2/forecasts/x",
                "/banks/01/forecasts/x",
                "/banks/%27%20OR%201=1%20--/forecasts/x",
                "/banks/*/forecasts/x",
                "/banks/1/forecasts/x?bank=2",
                "/banks/1/forecasts/x?bankId=2",
                "/banks/1/forecasts/x?bank_id=1,2"
            })
    void anotherBankInPathOrQueryIsForbiddenAndOnRecord(String path) throws JOSEException {
        assertProblem(api.apply(Events.of("GET", path, analyst())), 403);
        assertThat(calls).isEmpty();
        assertThat(audit.events()).singleElement().satisfies(event -> {
            assertThat(event.bank()).isEqualTo(new BankId(1));
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.DENIED);
            assertThat(event.detail()).startsWith("403 another bank");
        });
    }

    @Test
    void anotherBankInTheBodyIsForbiddenAlsoForThoseWhoMayNameAnyInThePath() throws JOSEException {
        String other = "{\"bankId\":2,\"amounts\":[1]}";
        assertProblem(api.apply(Events.json("POST", SCORES, analyst(), other)), 403);
        assertProblem(api.apply(Events.json("POST", SCORES, issuer.bearer(Role.SYSTEM, null), other)), 403);
        assertThat(calls).isEmpty();
        assertThat(audit.events()).hasSize(2).allSatisfy(event -> assertThat(event.detail())
                .isEqualTo("403 another bank in the body"));
    }

    @Test
    void aBankThatIsNoneIsNotFoundForThoseWhoMayNameAny() throws JOSEException {
        for (String bank : List.of("0", "01", "40000", "999999", "x", "%27--")) {
            String path = "/banks/" + bank + "/forecasts/x";
            assertProblem(api.apply(Events.of("GET", path, issuer.bearer(Role.ADMIN, null))), 404);
        }
    }

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
        APIGatewayV2HTTPResponse response = api.apply(Events.json("POST", SCORES, analyst(), body));

        assertProblem(response, 400);
        assertThat(response.getBody()).doesNotContain("payscope.http", "Batch", "jackson", "java");
        assertThat(calls).isEmpty();
    }

    @Test
    void aDeepBodyIsABadRequest() throws JOSEException {
        String deep = "{\"amounts\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        assertProblem(api.apply(Events.json("POST", SCORES, analyst(), deep)), 400);
    }

    @Test
    void aBodyIsBoundedInBytesAlsoBehindBase64() throws JOSEException {
        String large = "\"" + "é".repeat(Limits.BATCH_BODY / 2) + "\"";
        assertProblem(api.apply(Events.json("POST", SCORES, analyst(), large)), 413);
        APIGatewayV2HTTPEvent encoded = Events.json(
                "POST",
                SCORES,
                analyst(),
                Base64.getEncoder().encodeToString(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        encoded.setIsBase64Encoded(true);
        assertProblem(api.apply(encoded), 413);
        assertProblem(api.apply(Events.json("GET", "/banks/1/forecasts/x", analyst(), "{}")), 413);
    }

    @Test
    void aBase64BodyIsDecoded() throws JOSEException {
        APIGatewayV2HTTPEvent event = Events.json(
                "POST",
                SCORES,
                analyst(),
                Base64.getEncoder().encodeToString(BODY.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);
        assertThat(api.apply(event).getStatusCode()).isEqualTo(200);
        event.setBody("*");
        assertProblem(api.apply(event), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=utf-16", ""})
    void anotherMediaTypeIsUnsupported(String type) throws JOSEException {
        assertProblem(api.apply(Events.of("POST", SCORES, analyst(), Map.of("content-type", type), BODY)), 415);
    }

    @Test
    void aCompressedBodyIsUnsupported() throws JOSEException {
        Map<String, String> headers = Map.of("content-type", "application/json", "content-encoding", "gzip");
        assertProblem(api.apply(Events.of("POST", SCORES, analyst(), headers, BODY)), 415);
    }

    @Test
    void aBatchHasABound() throws JOSEException {
        assertProblem(api.apply(Events.json("POST", SCORES, analyst(), "{\"amounts\":[]}")), 422);
        assertProblem(api.apply(Events.json("POST", SCORES, analyst(), "{\"amounts\":[1,2,3,4]}")), 413);
        assertThat(api.apply(Events.json("POST", SCORES, analyst(), BODY)).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void headersAndUrlAreBounded() throws JOSEException {
        Map<String, String> huge = Map.of("x-filler", "x".repeat(Limits.HEADERS));
        assertProblem(api.apply(Events.of("GET", "/banks/1/forecasts/x", analyst(), huge, null)), 431);
        assertProblem(api.apply(Events.of("GET", "/banks/1/forecasts/" + "x".repeat(Limits.URL), analyst())), 414);
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
            failure = entry.getKey();
            APIGatewayV2HTTPResponse response = api.apply(Events.of("GET", "/banks/1/forecasts/x", analyst()));
            assertProblem(response, entry.getValue());
            assertThat(response.getBody()).doesNotContain("db-17", "Fault", "Exception", "at io.");
        }
    }

    @Test
    void everyRefusedTokenGetsTheSameAnswer() throws JOSEException {
        Set<Object> answers = new HashSet<>();
        String good = analyst();
        for (String authorization : new @Nullable String[] {
            null,
            "",
            "Basic YTpi",
            "Bearer ",
            "Bearer a.b.c",
            good + "x",
            good + "," + good,
            "Bearer " + "x".repeat(20_000),
            new TestIssuer().bearer(Role.ADMIN, null),
            issuer.bearer(TestIssuer.claims("ADMIN").issuer("x").build())
        }) {
            APIGatewayV2HTTPResponse response = api.apply(Events.of("GET", "/banks/1/forecasts/x", authorization));
            assertProblem(response, 401);
            answers.add(response.getBody() + response.getHeaders());
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void everyDenialIsOnRecordWithoutTheToken() throws JOSEException {
        String forged = new TestIssuer().bearer(Role.ADMIN, null);
        String powerless = issuer.bearer(TestIssuer.claims("ROOT").build());
        String auditor = issuer.bearer(Role.AUDITOR, null);
        for (String authorization : List.of(forged, powerless, auditor, "Bearer secret-rubbish.in.it")) {
            api.apply(Events.of("GET", "/banks/1/forecasts/x", authorization));
        }
        assertThat(audit.events()).hasSize(4).allSatisfy(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.DENIED);
            assertThat(event.toString()).doesNotContain("rubbish");
            for (String token : List.of(forged, powerless, auditor)) {
                for (String part : token.substring("Bearer ".length()).split("\\.")) {
                    assertThat(event.toString()).doesNotContain(part);
                }
            }
        });
        assertThat(audit.events())
                .extracting(AuditEvent::principal)
                .containsExactly("anonymous", "ada", "ada", "anonymous");
    }

    @Test
    void whoAsksTooOftenWaits() throws JOSEException {
        String analyst = analyst();
        int refused = 0;
        for (int i = 0; i < 3 * Rate.ORDINARY.burst(); i++) {
            APIGatewayV2HTTPResponse response = api.apply(Events.of("GET", "/banks/1/forecasts/x", analyst));
            if (response.getStatusCode() == 429) {
                refused++;
                assertProblem(response, 429);
                assertThat(response.getHeaders()).containsEntry("retry-after", "1");
            }
        }
        assertThat(refused).isPositive();
    }

    private static String analyst() throws JOSEException {
        return issuer.bearer(Role.ANALYST, 1);
    }

    private static void assertProblem(APIGatewayV2HTTPResponse response, int status) {
        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(response.getBody())
                .contains("\"status\":" + status, "\"type\":\"about:blank\"", "\"title\":\"", "\"detail\":\"")
                .contains("\"instance\":\"urn:payscope:request:request-1\"");
    }
}
