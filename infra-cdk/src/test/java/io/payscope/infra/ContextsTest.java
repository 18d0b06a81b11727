package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Template;

/** The choices that a deployer has besides the default: each makes an app that keeps the same promises. */
@NodeRequired
class ContextsTest {

    /** A choice, given by context. */
    enum Choice {
        GIVEN_STORES("data", "false", ""),
        NATIVE_IMAGES("packaging", "native", "data"),
        TRIAL("removalPolicy", "destroy", "data"),
        STANDBY("multiAz", "true", "data");

        final Map<String, String> context;
        final List<String> stacks;

        Choice(String name, String value, String data) {
            this.context = Map.of(name, value);
            this.stacks = Stream.of("storage", data, "pipeline", "api", "observability")
                    .filter(stack -> !stack.isEmpty())
                    .toList();
        }
    }

    private static final Map<Choice, Path> OUTPUTS = new EnumMap<>(Choice.class);

    @BeforeAll
    static void synthesise() {
        for (Choice choice : Choice.values()) {
            OUTPUTS.put(choice, Synthesised.synthesise(choice.context));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingIsMendedOrAcceptedAndNoResourceWaitsForItself(Choice choice) throws IOException {
        assertThat(NagTest.findings(output(choice))).hasSizeGreaterThan(100).allMatch(NagTest::settled);
        for (String stack : choice.stacks) {
            String template = Files.readString(Synthesised.template(output(choice), stack));
            assertThatCode(() -> Template.fromString(template)).as(stack).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataIsPrivateEncryptedAndVersioned(Choice choice) {
        assertThat(only(choice, "storage", "AWS::S3::Bucket", "Data").toString())
                .contains("Status=Enabled", "BlockPublicPolicy=true", "RestrictPublicBuckets=true", "aws:kms");
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteAndEveryFunctionAndEveryAlarmIsThere(Choice choice) {
        assertThat(resources(choice, "api", "AWS::ApiGatewayV2::Route")).hasSize(Route.ALL.size());
        assertThat(functions(choice)).hasSize(Stage.values().length);
        assertThat(resources(choice, "observability", "AWS::CloudWatch::Alarm"))
                .hasSameSizeAs(Synthesised.resources("observability", "AWS::CloudWatch::Alarm")
                        .keySet());
    }

    @Test
    void givenStoresAreReachedWithoutANetworkAndByTheSecretsThatParametersName() throws IOException {
        assertThat(functions(Choice.GIVEN_STORES))
                .noneMatch(function -> Synthesised.properties(function).containsKey("VpcConfig"));
        String template = Files.readString(Synthesised.template(output(Choice.GIVEN_STORES), "pipeline"));
        assertThat(Synthesised.at(Synthesised.JSON.readValue(template, Map.class), "Parameters"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsKeys("LedgerUrl", "LedgerUser", "LedgerOwnerUser", "LedgerSecret", "GraphSecret");
    }

    @Test
    void nativeImagesRunOnTheCustomRuntimeWithoutSnapshots() {
        assertThat(functions(Choice.NATIVE_IMAGES)).allSatisfy(function -> assertThat(Synthesised.properties(function))
                .containsEntry("Runtime", "provided.al2023")
                .containsEntry("Handler", "bootstrap")
                .doesNotContainKey("SnapStart"));
    }

    @Test
    void aTrialLeavesNothingThatIsProtected() {
        assertThat(only(Choice.TRIAL, "storage", "AWS::S3::Bucket", "Data")).containsEntry("DeletionPolicy", "Delete");
        Map<String, Object> ledger = only(Choice.TRIAL, "data", "AWS::RDS::DBInstance", "Ledger");
        assertThat(ledger).containsEntry("DeletionPolicy", "Delete");
        assertThat(Synthesised.properties(ledger)).containsEntry("DeletionProtection", false);
    }

    @Test
    void aStandbyIsInAnotherZoneAndTheDefaultHasNone() {
        assertThat(Synthesised.properties(only(Choice.STANDBY, "data", "AWS::RDS::DBInstance", "Ledger")))
                .containsEntry("MultiAZ", true);
        assertThat(Synthesised.properties(Synthesised.resource("data", "AWS::RDS::DBInstance", "Ledger")))
                .containsEntry("MultiAZ", false);
    }

    private static Path output(Choice choice) {
        Path output = OUTPUTS.get(choice);
        if (output == null) {
            throw new AssertionError("not synthesised: " + choice);
        }
        return output;
    }

    private static Map<String, Object> only(Choice choice, String stack, String type, String id) {
        List<Map<String, Object>> found = Synthesised.read(output(choice), stack).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(id))
                .map(Map.Entry::getValue)
                .filter(resource -> type.equals(resource.get("Type")))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Map<String, Object>> resources(Choice choice, String stack, String type) {
        return Synthesised.read(output(choice), stack).values().stream()
                .filter(resource -> type.equals(resource.get("Type")))
                .toList();
    }

    /** @return the stages' Lambdas, without those that CDK adds */
    private static List<Map<String, Object>> functions(Choice choice) {
        return resources(choice, "pipeline", "AWS::Lambda::Function").stream()
                .filter(function -> String.valueOf(
                                Synthesised.properties(function).get("Description"))
                        .startsWith("PayScope "))
                .toList();
    }
}
