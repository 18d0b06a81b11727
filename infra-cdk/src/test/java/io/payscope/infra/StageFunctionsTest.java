package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

@NodeRequired
class StageFunctionsTest {

    @ParameterizedTest
    @EnumSource
    void everyStageIsALambdaOnJava25(Stage stage) {
        Map<String, Object> function = Synthesised.properties(Synthesised.function(stage));

        assertThat(function)
                .containsEntry("Runtime", "java25")
                .containsEntry(
                        "Handler", "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest")
                .containsEntry("Timeout", stage.size().seconds)
                .containsEntry("MemorySize", stage.size().memory)
                .containsEntry("TracingConfig", Map.of("Mode", "Active"))
                .containsKey("LoggingConfig");
        assertThat(Synthesised.at(function, "Environment", "Variables", "MAIN_CLASS"))
                .isEqualTo(stage.mainClass());
        assertThat(function.containsKey("SnapStart")).isEqualTo(stage.snapStart());
        assertThat(function.containsKey("VpcConfig")).isEqualTo(stage.needs().contains(Need.LEDGER));
    }

    @Test
    void onlyWhatNeedsRoomOnDiskStartsWithoutASnapshot() {
        assertThat(Arrays.stream(Stage.values()).filter(stage -> !stage.snapStart()))
                .containsExactly(Stage.PREPARE_DATASET, Stage.TRAIN_FRAUD, Stage.TRAIN_FORECAST);
    }

    @Test
    void logsAreKeptForThreeMonths() {
        assertThat(Synthesised.resources("pipeline", "AWS::Logs::LogGroup").values())
                .hasSize(Stage.values().length + 2)
                .allSatisfy(log -> assertThat(Synthesised.at(log, "Properties", "RetentionInDays"))
                        .isEqualTo(90));
    }

    @Test
    void migrationRunsWithEveryDeployment() {
        assertThat(Synthesised.resources("pipeline", "Custom::Trigger").values())
                .singleElement()
                .satisfies(trigger -> assertThat(Synthesised.at(trigger, "Properties", "HandlerArn")
                                .toString())
                        .contains("FunctionsMigrateStores"));
    }

    @ParameterizedTest
    @EnumSource
    void everyStageIsAModuleWithItsMainClass(Stage stage) {
        Path module = Synthesised.REPOSITORY.resolve("functions").resolve(stage.module());

        assertThat(module.resolve("src/main/java/" + stage.mainClass().replace('.', '/') + ".java"))
                .isRegularFile();
    }

    @Test
    void everySettingGivenIsOneThatFunctionsKnow() throws IOException {
        Set<String> known = Files.readAllLines(Synthesised.REPOSITORY.resolve(".env.example")).stream()
                .filter(line -> line.startsWith("PAYSCOPE_"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        Set<String> given = new HashSet<>();
        for (Stage stage : Stage.values()) {
            Map<?, ?> variables =
                    (Map<?, ?>) Synthesised.at(Synthesised.function(stage), "Properties", "Environment", "Variables");
            variables.keySet().forEach(variable -> given.add(variable.toString()));
        }
        given.remove("MAIN_CLASS");

        assertThat(known).containsAll(given);
        assertThat(given).contains("PAYSCOPE_BUCKET", "PAYSCOPE_LEDGER_URL", "PAYSCOPE_JWKS_URL");
    }

    @Test
    void noSecretIsInAnEnvironment() {
        for (Stage stage : Stage.values()) {
            Map<?, ?> variables =
                    (Map<?, ?>) Synthesised.at(Synthesised.function(stage), "Properties", "Environment", "Variables");
            assertThat(variables.toString()).doesNotContain("resolve:secretsmanager", "resolve:ssm");
            assertThat(variables.keySet().stream().map(Object::toString))
                    .noneMatch(name -> name.matches(".*(PASSWORD|_KEY|KAGGLE_.*)"))
                    .noneMatch(name -> name.contains("OWNER") && stage != Stage.MIGRATE_STORES);
        }
    }

    @Test
    void stagesWriteBelowTheirPrefixesOnly() {
        Set<String> prefixes = Arrays.stream(Stage.values())
                .flatMap(stage -> stage.writtenPrefixes().stream())
                .map(prefix -> "/" + prefix + "*")
                .collect(Collectors.toSet());
        List<String> written = Synthesised.statements().stream()
                .filter(statement ->
                        Synthesised.list(Synthesised.at(statement, "Action")).contains("s3:PutObject"))
                .flatMap(statement -> Synthesised.list(Synthesised.at(statement, "Resource")).stream())
                .map(Object::toString)
                .toList();

        assertThat(written).isNotEmpty().allMatch(resource -> prefixes.stream().anyMatch(resource::contains));
        assertThat(written)
                .as("what may write where outside files arrive: whoever signs links for them")
                .filteredOn(resource -> resource.contains("uploads/"))
                .hasSize(1);
    }

    @Test
    void adminIsToldWhichPipelineItStartsAndWhereTheKeyOfItsConfirmationsIs() {
        for (Stage stage : Stage.values()) {
            Map<?, ?> variables =
                    (Map<?, ?>) Synthesised.at(Synthesised.function(stage), "Properties", "Environment", "Variables");
            if (stage == Stage.API_ADMIN) {
                assertThat(Synthesised.at(variables, "PAYSCOPE_PIPELINE_ARN", "Ref"))
                        .isIn(Synthesised.resources("pipeline", "AWS::StepFunctions::StateMachine")
                                .keySet());
                assertThat(Synthesised.at(variables, FunctionSettings.SECRETS).toString())
                        .contains("PAYSCOPE_CONFIRMATION_KEY=", "#key");
            } else {
                assertThat(variables.toString()).doesNotContain("PIPELINE_ARN", "CONFIRMATION_KEY");
            }
        }
        assertThat(Synthesised.at(
                        Synthesised.resource("pipeline", "AWS::SecretsManager::Secret", "Confirmations"),
                        "Properties",
                        "GenerateSecretString"))
                .isEqualTo(Map.of(
                        "SecretStringTemplate",
                        "{}",
                        "GenerateStringKey",
                        "key",
                        "PasswordLength",
                        64,
                        "ExcludePunctuation",
                        true));
    }

    @Test
    void missingPackageIsNamed(@TempDir Path nothingBuilt) {
        FunctionPackages packages = new FunctionPackages(new Stack(new App(), "Empty"), nothingBuilt, false);

        assertThatThrownBy(() -> packages.of(Stage.LOAD_GRAPH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("load-graph.zip")
                .hasMessageContaining(FunctionPackages.PLACEHOLDER_CONTEXT);
    }
}
