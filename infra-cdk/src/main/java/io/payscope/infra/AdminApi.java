package io.payscope.infra;

import java.util.List;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** The HTTP API for administrators. The gateway checks signature, issuer and audience; the function checks the role. */
final class AdminApi extends Construct {

    private final HttpApi api;

    AdminApi(Construct scope, String id, IFunction admin, FunctionSettings settings) {
        super(scope, id);
        api = HttpApi.Builder.create(this, "Api")
                .description("PayScope administration")
                .build();
        HttpJwtAuthorizer tokens = HttpJwtAuthorizer.Builder.create("Tokens", settings.given("JWT_ISSUER"))
                .jwtAudience(List.of(settings.given("JWT_AUDIENCE")))
                .build();
        api.addRoutes(AddRoutesOptions.builder()
                .path("/admin/validate-datasets")
                .methods(List.of(HttpMethod.GET))
                .integration(new HttpLambdaIntegration("Admin", admin))
                .authorizer(tokens)
                .build());
    }

    /** @return where the API is */
    String url() {
        return api.getApiEndpoint();
    }
}
