package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Template;

/** What the stacks other than the Pipeline promise. */
@NodeRequired
class StacksTest {

    @Test
    void dataIsPrivateEncryptedVersionedAndOutlivesTheStack() {
        Map<String, Object> bucket = Synthesised.resource("storage", "AWS::S3::Bucket", "Data");
        Map<String, Object> properties = Synthesised.properties(bucket);

        assertThat(bucket).containsEntry("DeletionPolicy", "Retain");
        assertThat(properties)
                .containsEntry("VersioningConfiguration", Map.of("Status", "Enabled"))
                .containsEntry(
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true))
                .containsEntry(
                        "NotificationConfiguration",
                        Map.of("EventBridgeConfiguration", Map.of("EventBridgeEnabled", true)))
                .containsKey("LoggingConfiguration");
        assertThat(properties.get("BucketEncryption").toString()).contains("aws:kms");
        assertThat(properties.get("LifecycleConfiguration").toString())
                .contains("NoncurrentDays=28", "ExpiredObjectDeleteMarker=true", "AbortIncompleteMultipartUpload");
        assertThat(Synthesised.at(
                        Synthesised.resource("storage", "AWS::KMS::Key", "Key"), "Properties", "EnableKeyRotation"))
                .isEqualTo(true);
    }

    @Test
    void callsOfEitherBucketWithoutTlsAreDenied() {
        assertThat(Synthesised.resources("storage", "AWS::S3::BucketPolicy").values())
                .hasSize(2)
                .allSatisfy(policy -> assertThat(Synthesised.statements(policy)).anySatisfy(statement -> {
                    assertThat(Synthesised.at(statement, "Effect")).isEqualTo("Deny");
                    assertThat(Synthesised.at(statement, "Condition", "Bool", "aws:SecureTransport"))
                            .isEqualTo("false");
                }));
    }

    /** The policy of a topic replaces the default one, by which alarms of the account could publish. */
    @Test
    void alarmsAndTheBudgetMayPublish() {
        Map<String, Object> policy = Synthesised.resource("observability", "AWS::SNS::TopicPolicy", "Alarms");

        for (String service : List.of("cloudwatch.amazonaws.com", "budgets.amazonaws.com")) {
            assertThat(Synthesised.statements(policy)).anySatisfy(statement -> {
                assertThat(Synthesised.at(statement, "Effect")).isEqualTo("Allow");
                assertThat(Synthesised.at(statement, "Action")).isEqualTo("sns:Publish");
                assertThat(Synthesised.list(Synthesised.at(statement, "Principal", "Service")))
                        .map(Object::toString)
                        .contains(service);
                assertThat(Synthesised.at(statement, "Condition", "StringEquals")
                                .toString())
                        .contains("aws:SourceAccount", "AWS::AccountId");
            });
        }
    }

    @Test
    void ledgerIsEncryptedProtectedAndReachedByIamThroughTheProxy() {
        assertThat(Synthesised.properties(Synthesised.resource("data", "AWS::RDS::DBInstance", "Ledger")))
                .containsEntry("Engine", "postgres")
                .containsEntry("StorageEncrypted", true)
                .containsEntry("DeletionProtection", true)
                .containsEntry("EnableIAMDatabaseAuthentication", true)
                .containsEntry("PubliclyAccessible", false);
        Map<String, Object> proxy = Synthesised.properties(Synthesised.resource("data", "AWS::RDS::DBProxy", "Proxy"));
        assertThat(proxy).containsEntry("RequireTLS", true);
        assertThat(Synthesised.list(proxy.get("Auth")))
                .singleElement()
                .satisfies(auth -> assertThat(Synthesised.at(auth, "IAMAuth")).isEqualTo("REQUIRED"));
    }

    @Test
    void everyRouteButHealthAndTheDescriptionNeedsATokenAndAllAreLimitedAndLogged() {
        assertThat(Synthesised.resources("api", "AWS::ApiGatewayV2::Route").values())
                .hasSize(Route.ALL.size())
                .allSatisfy(route -> assertThat(Synthesised.at(route, "Properties", "AuthorizationType"))
                        .isEqualTo(
                                Set.of("GET /health", "GET /openapi.yaml")
                                                .contains(Synthesised.at(route, "Properties", "RouteKey"))
                                        ? "NONE"
                                        : "JWT"));
        Map<String, Object> stage = Synthesised.properties(Synthesised.resource("api", "AWS::ApiGatewayV2::Stage", ""));
        assertThat(Synthesised.at(stage, "DefaultRouteSettings", "ThrottlingRateLimit"))
                .isEqualTo(50);
        assertThat(Synthesised.at(stage, "AccessLogSettings", "Format").toString())
                .contains("$context.requestId")
                .doesNotContain("\n");
    }

    /** The gateway fetches the issuer's discovery document while it deploys, and takes no other scheme. */
    @Test
    void anIssuerWithoutHttpsIsRefusedAsAParameter() throws IOException {
        String template = Files.readString(Synthesised.template(Synthesised.OUTPUT, "pipeline"));
        Pattern allowed = Pattern.compile(Synthesised.JSON
                .readTree(template)
                .at("/Parameters/JwtIssuer/AllowedPattern")
                .asText());

        // CloudFormation wants the whole value to match.
        assertThat(allowed.asMatchPredicate())
                .accepts("https://payscope.invalid/", "https://login.example/tenant-1/v2.0")
                .rejects("", "https://", "http://issuer.example/", "issuer.example", "https://a b/");
    }

    @Test
    void failuresQueuesAndMoneyHaveAlarms() {
        Map<String, Map<String, Object>> alarms = Synthesised.resources("observability", "AWS::CloudWatch::Alarm");

        assertThat(alarms).hasSize(6 + 3 + 2 * Stage.values().length);
        assertThat(alarms.values())
                .allSatisfy(alarm -> assertThat(Synthesised.list(Synthesised.at(alarm, "Properties", "AlarmActions")))
                        .hasSize(1));
        assertThat(alarms.keySet())
                .anyMatch(id -> id.startsWith("PipelineFailed"))
                .anyMatch(id -> id.startsWith("UploadsNotStarted"))
                .anyMatch(id -> id.startsWith("RunCost"));
        assertThat(Synthesised.resources("observability", "AWS::Budgets::Budget"))
                .hasSize(1);
    }

    @Test
    void costIsWatchedByTheMetricThatFunctionsWriteWithoutDimensions() {
        Map<String, Object> alarm =
                Synthesised.properties(Synthesised.resource("observability", "AWS::CloudWatch::Alarm", "RunCost"));

        assertThat(alarm)
                .containsEntry("Namespace", "PayScope")
                .containsEntry("MetricName", "CostUsd")
                .containsEntry("Statistic", "Sum")
                .containsEntry("Period", 3600)
                .containsEntry("Threshold", 5)
                .doesNotContainKey("Dimensions");
    }

    /** CloudFormation refuses a template whose resources wait for each other; synth does not notice. */
    @ParameterizedTest
    @ValueSource(strings = {"storage", "data", "pipeline", "api", "observability"})
    void noResourceWaitsForItself(String stack) throws IOException {
        String template = Files.readString(Synthesised.template(Synthesised.OUTPUT, stack));

        assertThatCode(() -> Template.fromString(template)).doesNotThrowAnyException();
    }

    @Test
    void noTemplateNamesAnAccountOrARegion() {
        for (String stack : List.of("storage", "data", "pipeline", "api", "observability")) {
            assertThat(Synthesised.stack(stack).toString())
                    .doesNotContainPattern("(?<![0-9A-Za-z])[0-9]{12}(?![0-9A-Za-z])|:eu-|:us-");
        }
    }
}
