package io.payscope.apiadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.ValidateDatasetsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest {

    private static TestIssuer issuer;

    private final List<String> audit = new ArrayList<>();

    @BeforeAll
    static void makeKeys() throws JOSEException {
        issuer = new TestIssuer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "SYSTEM"})
    void answersThoseWhoMayAsk(String role) throws JOSEException {
        APIGatewayV2HTTPResponse response = call("GET /admin/validate-datasets", bearer(role), AdminApiTest::match);

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"findings\":[],\"verdict\":\"MATCH\"}");
        assertThat(audit).containsExactly("ada GET /admin/validate-datasets ALLOWED " + role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANALYST", "AUDITOR", "BANK_ADMIN", "admin"})
    void forbidsEveryOtherRole(String role) throws JOSEException {
        APIGatewayV2HTTPResponse response = call("GET /admin/validate-datasets", bearer(role), AdminApiTest::match);

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(audit).singleElement().asString().contains("DENIED 403");
    }

    @Test
    void doesNotKnowWhoSendsNoToken() {
        APIGatewayV2HTTPResponse response = call("GET /admin/validate-datasets", Map.of(), AdminApiTest::match);

        assertThat(response.getStatusCode()).isEqualTo(401);
        assertThat(response.getBody())
                .isEqualTo("{\"status\":401,\"title\":\"Unauthorized\",\"type\":\"about:blank\"}");
        assertThat(audit).singleElement().asString().contains("DENIED 401");
    }

    @Test
    void knowsNoOtherRoute() throws JOSEException {
        assertThat(call("GET /admin/other", bearer("ADMIN"), AdminApiTest::match)
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void saysNothingOfTheInsideWhenItFails() throws JOSEException {
        APIGatewayV2HTTPResponse response = call("GET /admin/validate-datasets", bearer("ADMIN"), _ -> {
            throw new TransientFault("host db-17 refused the password");
        });

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(response.getBody()).doesNotContain("db-17");
    }

    private static Map<String, String> bearer(String role) throws JOSEException {
        return Map.of("authorization", issuer.bearer(TestIssuer.claims(role).build()));
    }

    private static DatasetValidation match(ValidateDatasetsRequest request) {
        return new DatasetValidation(DatasetValidation.Verdict.MATCH, List.of());
    }

    private APIGatewayV2HTTPResponse call(
            String route, Map<String, String> headers, Stage<ValidateDatasetsRequest, DatasetValidation> stage) {
        AdminApi api = new AdminApi(
                issuer.verifier(),
                (principal, action, outcome) -> audit.add(principal + " " + action + " " + outcome),
                stage);
        return api.apply(APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withHeaders(headers)
                .build());
    }
}
