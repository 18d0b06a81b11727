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
import software.amazon.awscdk.assertions.Match;

@NodeRequired
class StageFunctionsTest {

    @ParameterizedTest
    @EnumSource
    void everyStageIsALambdaOnJava25(Stage stage) {
        Synthesised.template()
                .hasResourceProperties(
                        "AWS::Lambda::Function",
                        Match.objectLike(Map.of(
                                "Description",
                                "PayScope " + stage.module(),
                                "Runtime",
                                "java25",
                                "Handler",
                                "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest",
                                "Timeout",
                                stage.size().seconds,
                                "MemorySize",
                                stage.size().memory,
                                "Environment",
                                Map.of("Variables", Match.objectLike(Map.of("MAIN_CLASS", stage.mainClass()))))));
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
        Synthesised.resources("AWS::Lambda::Function").values().forEach(function -> {
            Map<?, ?> variables = (Map<?, ?>) Synthesised.at(function, "Properties", "Environment", "Variables");
            variables.keySet().forEach(variable -> given.add(variable.toString()));
        });
        given.remove("MAIN_CLASS");
        given.removeIf(variable -> variable.startsWith("KAGGLE_"));

        assertThat(known).containsAll(given);
        assertThat(given).contains("PAYSCOPE_BUCKET", "PAYSCOPE_LEDGER_URL", "PAYSCOPE_JWKS_URL");
    }

    @Test
    void secretsAreReferencesAndOnlyTheMigrationOwnsTheLedger() {
        Synthesised.resources("AWS::Lambda::Function").forEach((id, function) -> {
            Map<?, ?> variables = (Map<?, ?>) Synthesised.at(function, "Properties", "Environment", "Variables");
            variables.forEach((name, value) -> {
                if (name.toString().matches(".*(PASSWORD|API_KEY|KAGGLE_.*)")) {
                    assertThat(value.toString()).as("%s of %s", name, id).contains("{{resolve:secretsmanager:");
                }
                if (name.toString().startsWith("KAGGLE_")) {
                    assertThat(id).contains("PrepareDataset");
                    assertThat(value.toString()).as("optional").contains("Fn::If");
                }
                if (name.toString().contains("OWNER")) {
                    assertThat(id).contains("MigrateStores");
                }
            });
        });
    }

    @Test
    void noRoleHasAWildcardForActionsOrForEveryResource() {
        List<Map<?, ?>> statements = Synthesised.statements();

        assertThat(statements).hasSizeGreaterThan(Stage.values().length);
        assertThat(statements).allSatisfy(statement -> {
            assertThat(Synthesised.list(Synthesised.at(statement, "Action")))
                    .noneMatch(action -> action.equals("*") || action.toString().endsWith(":*"));
            assertThat(Synthesised.list(Synthesised.at(statement, "Resource"))).noneMatch("*"::equals);
        });
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

        assertThat(written)
                .isNotEmpty()
                .allMatch(resource -> prefixes.stream().anyMatch(resource::contains))
                .noneMatch(resource -> resource.contains("uploads/"));
        assertThat(Synthesised.statements())
                .noneMatch(statement -> statement.toString().contains("DeleteObject*"));
    }

    @Test
    void missingPackageIsNamed(@TempDir Path nothingBuilt) {
        FunctionPackages packages = new FunctionPackages(new Stack(new App(), "Empty"), nothingBuilt);

        assertThatThrownBy(() -> packages.of(Stage.LOAD_GRAPH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("load-graph.zip")
                .hasMessageContaining(FunctionPackages.PLACEHOLDER_CONTEXT);
    }
}
