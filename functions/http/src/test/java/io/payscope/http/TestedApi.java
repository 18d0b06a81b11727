package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.http.token.Role;
import io.payscope.http.token.TestIssuer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API of a function whose endpoints answer with the bank, keep the calls that reach them, and fail when told. */
final class TestedApi {

    static final String SCORES = "/banks/1/fraud/scores";
    static final String BODY = "{\"bankId\":1,\"amounts\":[1,2]}";

    private static final TestIssuer ISSUER = newIssuer();

    private final RecordedAudit audit = new RecordedAudit();
    private final List<Call<?>> calls = new ArrayList<>();
    private final Api api;
    private @Nullable Throwable failure;

    public record Batch(@Nullable BankId bankId, List<Integer> amounts) implements NamesBank {

        @Override
        public List<BankId> namedBanks() {
            return bankId == null ? List.of() : List.of(bankId);
        }
    }

    TestedApi() {
        Map<Policy, Endpoint<?>> endpoints = new EnumMap<>(Policy.class);
        endpoints.put(Policy.SCORE_TRANSACTIONS, Endpoint.of(Batch.class, this::score));
        endpoints.put(Policy.READ_FORECAST, Endpoint.of(this::keep));
        endpoints.put(Policy.ASK_WHAT_IF, Endpoint.of(Batch.class, this::keep));
        api = new Api(ApiFunction.API_PREDICTIONS, gate(), endpoints);
    }

    Gate gate() {
        return new Gate(ISSUER.verifier(), new AuditDesk(audit), new RateLimiter());
    }

    private static TestIssuer newIssuer() {
        try {
            return new TestIssuer();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
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

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        return api.apply(event);
    }

    /** From now on every endpoint fails so. */
    void failWith(Throwable inside) {
        failure = inside;
    }

    /** The calls that reached an endpoint. */
    List<Call<?>> calls() {
        return calls;
    }

    /** What is on record. */
    List<AuditEvent> denials() {
        return audit.events();
    }

    TestIssuer issuer() {
        return ISSUER;
    }

    /** The header of an analyst of bank 1. */
    String analyst() throws JOSEException {
        return ISSUER.bearer(Role.ANALYST, 1);
    }

    static void assertProblem(APIGatewayV2HTTPResponse response, int status) {
        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(response.getBody())
                .contains("\"status\":" + status, "\"type\":\"about:blank\"", "\"title\":\"", "\"detail\":\"")
                .contains("\"instance\":\"urn:payscope:request:request-1\"");
    }
}
