package io.payscope.infra;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.IHttpStage;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The HTTP API. The gateway checks signature (RS256), issuer, audience and times; the functions check all that again, and
 * roles.
 */
final class ApiStack extends Stack {

    /** Who, what, how long and with what result; neither tokens nor bodies. */
    private static final String LOG_FORMAT = """
        {"requestId":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp",\
        "route":"$context.routeKey","status":"$context.status","bytes":"$context.responseLength",\
        "latencyMs":"$context.responseLatency","subject":"$context.authorizer.claims.sub",\
        "error":"$context.error.message"}\
        """;

    private final HttpApi api;

    ApiStack(Construct scope, DeploymentContext context, PipelineStack pipeline) {
        super(scope, context.stackName("Api"), StackProps.builder().build());
        api = HttpApi.Builder.create(this, "Api")
                .apiName(context.stackName("Api"))
                .description("PayScope " + context.environment())
                .build();
        HttpJwtAuthorizer tokens = HttpJwtAuthorizer.Builder.create(
                        "Tokens", pipeline.settings().issuer())
                .jwtAudience(List.of(pipeline.settings().audience()))
                .build();
        Map<Stage, HttpLambdaIntegration> integrations = new EnumMap<>(Stage.class);
        for (Route route : Route.ALL) {
            AddRoutesOptions.Builder options = AddRoutesOptions.builder()
                    .path(route.path())
                    .methods(List.of(route.method()))
                    .integration(integrations.computeIfAbsent(
                            route.stage(),
                            stage -> new HttpLambdaIntegration(
                                    stage.title(),
                                    pipeline.functions().of(stage).alias())));
            if (!route.open()) {
                options.authorizer(tokens);
            }
            List<HttpRoute> added = api.addRoutes(options.build());
            if (route.open()) {
                added.forEach(open -> Suppressions.accept(
                        open, "AwsSolutions-APIG4", "Says that the service is there and nothing else; for monitors."));
            }
        }
        limitAndLog(context);
        CfnOutput.Builder.create(this, "ApiUrl").value(api.getApiEndpoint()).build();
    }

    private void limitAndLog(DeploymentContext context) {
        LogGroup log = LogGroup.Builder.create(this, "AccessLog")
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        IHttpStage stage = api.getDefaultStage();
        if (stage == null || !(stage.getNode().getDefaultChild() instanceof CfnStage plain)) {
            throw new IllegalStateException("an HTTP API no longer has one CfnStage");
        }
        plain.setDefaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                .throttlingRateLimit(context.requestsPerSecond())
                .throttlingBurstLimit(2 * context.requestsPerSecond())
                .detailedMetricsEnabled(true)
                .build());
        plain.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(LOG_FORMAT)
                .build());
    }

    String apiId() {
        return api.getApiId();
    }
}
