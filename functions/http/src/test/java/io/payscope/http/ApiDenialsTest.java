package io.payscope.http;

import static io.payscope.http.TestedApi.SCORES;
import static io.payscope.http.TestedApi.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.http.token.Role;
import io.payscope.http.token.TestIssuer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is turned away at the door, and what stays on record of it; J11, T5. */
class ApiDenialsTest {

    private final TestedApi api = new TestedApi();

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
        assertProblem(api.answer(Events.of("GET", path, api.analyst())), 403);
        assertThat(api.calls()).isEmpty();
        assertThat(api.denials()).singleElement().satisfies(event -> {
            assertThat(event.bank()).isEqualTo(new BankId(1));
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.DENIED);
            assertThat(event.detail()).startsWith("403 another bank");
        });
    }

    @Test
    void anotherBankInTheBodyIsForbiddenAlsoForThoseWhoMayNameAnyInThePath() throws JOSEException {
        String other = "{\"bankId\":2,\"amounts\":[1]}";
        assertProblem(api.answer(Events.json("POST", SCORES, api.analyst(), other)), 403);
        assertProblem(api.answer(Events.json("POST", SCORES, api.issuer().bearer(Role.SYSTEM, null), other)), 403);
        assertThat(api.calls()).isEmpty();
        assertThat(api.denials()).hasSize(2).allSatisfy(event -> assertThat(event.detail())
                .isEqualTo("403 another bank in the body"));
    }

    @Test
    void aBankThatIsNoneIsNotFoundForThoseWhoMayNameAny() throws JOSEException {
        for (String bank : List.of("0", "01", "40000", "999999", "x", "%27--")) {
            String path = "/banks/" + bank + "/forecasts/x";
            assertProblem(api.answer(Events.of("GET", path, api.issuer().bearer(Role.ADMIN, null))), 404);
        }
    }

    @Test
    void everyRefusedTokenGetsTheSameAnswer() throws JOSEException {
        Set<Object> answers = new HashSet<>();
        String good = api.analyst();
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
            api.issuer().bearer(TestIssuer.claims("ADMIN").issuer("x").build())
        }) {
            APIGatewayV2HTTPResponse response = api.answer(Events.of("GET", "/banks/1/forecasts/x", authorization));
            assertProblem(response, 401);
            answers.add(response.getBody() + response.getHeaders());
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void everyDenialIsOnRecordWithoutTheToken() throws JOSEException {
        String forged = new TestIssuer().bearer(Role.ADMIN, null);
        String powerless = api.issuer().bearer(TestIssuer.claims("ROOT").build());
        String auditor = api.issuer().bearer(Role.AUDITOR, null);
        for (String authorization : List.of(forged, powerless, auditor, "Bearer secret-rubbish.in.it")) {
            api.answer(Events.of("GET", "/banks/1/forecasts/x", authorization));
        }
        assertThat(api.denials()).hasSize(4).allSatisfy(event -> {
            assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.DENIED);
            assertThat(event.toString()).doesNotContain("rubbish");
            for (String token : List.of(forged, powerless, auditor)) {
                for (String part : token.substring("Bearer ".length()).split("\\.")) {
                    assertThat(event.toString()).doesNotContain(part);
                }
            }
        });
        assertThat(api.denials())
                .extracting(AuditEvent::principal)
                .containsExactly("anonymous", "ada", "ada", "anonymous");
    }

    @Test
    void whoAsksTooOftenWaits() throws JOSEException {
        String analyst = api.analyst();
        int refused = 0;
        for (int i = 0; i < 3 * Rate.ORDINARY.burst(); i++) {
            APIGatewayV2HTTPResponse response = api.answer(Events.of("GET", "/banks/1/forecasts/x", analyst));
            if (response.getStatusCode() == 429) {
                refused++;
                assertProblem(response, 429);
                assertThat(response.getHeaders()).containsEntry("retry-after", "1");
            }
        }
        assertThat(refused).isPositive();
    }
}
