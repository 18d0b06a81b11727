package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NodeRequired
class AdminApiTest {

    @Test
    void validationIsTheOnlyRouteAndNeedsAToken() {
        Synthesised.template().resourceCountIs("AWS::ApiGatewayV2::Route", 1);
        Synthesised.template()
                .hasResourceProperties(
                        "AWS::ApiGatewayV2::Route",
                        Match.objectLike(Map.of(
                                "RouteKey", "GET /admin/validate-datasets",
                                "AuthorizationType", "JWT",
                                "AuthorizerId", Match.anyValue())));
    }

    @Test
    void tokensAreCheckedAgainstIssuerAndAudience() {
        Map<String, Object> authorizer = Synthesised.resources("AWS::ApiGatewayV2::Authorizer")
                .values()
                .iterator()
                .next();

        assertThat(Synthesised.at(authorizer, "Properties", "AuthorizerType")).isEqualTo("JWT");
        assertThat(Synthesised.at(authorizer, "Properties", "JwtConfiguration", "Issuer")
                        .toString())
                .contains("JwtIssuer");
        assertThat(Synthesised.at(authorizer, "Properties", "JwtConfiguration", "Audience")
                        .toString())
                .contains("JwtAudience");
    }

    @Test
    void routeCallsTheAdminFunction() {
        Map<String, Object> integration = Synthesised.resources("AWS::ApiGatewayV2::Integration")
                .values()
                .iterator()
                .next();

        assertThat(Synthesised.at(integration, "Properties", "PayloadFormatVersion"))
                .isEqualTo("2.0");
        assertThat(Synthesised.at(integration, "Properties", "IntegrationUri").toString())
                .contains("FunctionsApiAdmin");
    }
}
