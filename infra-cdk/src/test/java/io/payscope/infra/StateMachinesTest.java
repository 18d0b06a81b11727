package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NodeRequired
class StateMachinesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9]+)}");

    @ParameterizedTest
    @ValueSource(strings = {"Ingest", "Pipeline"})
    void exactlyThePlaceholdersOfTheDefinitionAreSupplied(String name) throws IOException {
        String definition = Files.readString(
                Synthesised.REPOSITORY.resolve("statemachine/" + name.toLowerCase(Locale.ROOT) + ".asl.json"));
        Set<String> wanted = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(definition);
        while (matcher.find()) {
            wanted.add(matcher.group(1));
        }

        Map<?, ?> supplied = (Map<?, ?>) Synthesised.at(machine(name), "Properties", "DefinitionSubstitutions");

        assertThat(wanted).isNotEmpty();
        assertThat(supplied.keySet().stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ingest", "Pipeline"})
    void definitionComesFromTheFile(String name) {
        assertThat(Synthesised.at(machine(name), "Properties", "DefinitionS3Location", "Key")
                        .toString())
                .endsWith(".json");
        assertThat(Synthesised.at(machine(name), "Properties", "StateMachineType"))
                .isEqualTo("STANDARD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ingest", "Pipeline"})
    void aMachineCallsItsOwnStagesOnly(String name) {
        List<String> callable = statementsOf(name).stream()
                .filter(statement ->
                        Synthesised.list(Synthesised.at(statement, "Action")).contains("lambda:InvokeFunction"))
                .flatMap(statement -> Synthesised.list(Synthesised.at(statement, "Resource")).stream())
                .map(Object::toString)
                .toList();
        List<String> stages = Arrays.stream(Stage.values())
                .filter(stage -> stage.machine().name().equalsIgnoreCase(name))
                .map(Stage::title)
                .toList();

        assertThat(callable).hasSameSizeAs(stages);
        for (String stage : stages) {
            assertThat(callable).anyMatch(arn -> arn.contains("Functions" + stage + "Live"));
        }
    }

    @Test
    void ingestStartsItsMapRunsAndReadsTheirItems() {
        assertThat(actions("Ingest"))
                .containsExactlyInAnyOrder(
                        "lambda:InvokeFunction",
                        "s3:GetObject",
                        "kms:Decrypt",
                        "states:StartExecution",
                        "states:DescribeExecution",
                        "states:StopExecution",
                        "states:RedriveExecution");
        assertThat(statementsOf("Ingest"))
                .anyMatch(statement -> statement.toString().contains("/parts/*/parts.json"));
    }

    /** A redriven ingest goes on with what failed in its map runs; executions of its own it cannot redrive. */
    @Test
    void ingestRedrivesTheChildrenOfItsMapRunsOnly() {
        assertThat(statementsOf("Ingest"))
                .filteredOn(statement ->
                        Synthesised.list(Synthesised.at(statement, "Action")).contains("states:RedriveExecution"))
                .singleElement()
                .extracting(statement -> Synthesised.at(statement, "Resource", "Fn::Join"))
                .asString()
                .contains(":execution:", "StateMachinesIngest")
                .endsWith("/*:*]]");
    }

    @Test
    void pipelineWaitsForNestedExecutions() {
        assertThat(actions("Pipeline"))
                .containsExactlyInAnyOrder(
                        "lambda:InvokeFunction",
                        "states:StartExecution",
                        "states:DescribeExecution",
                        "states:StopExecution",
                        "events:PutTargets",
                        "events:PutRule",
                        "events:DescribeRule");
        assertThat(statementsOf("Pipeline"))
                .anyMatch(statement ->
                        statement.toString().contains("StepFunctionsGetEventsForStepFunctionsExecutionRule"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ingest", "Pipeline"})
    void everyExecutionIsLoggedAndTraced(String name) {
        Map<?, ?> properties = Synthesised.properties(machine(name));

        assertThat(Synthesised.at(properties, "LoggingConfiguration", "Level")).isEqualTo("ALL");
        assertThat(Synthesised.at(properties, "TracingConfiguration", "Enabled"))
                .isEqualTo(true);
    }

    private static Map<String, Object> machine(String name) {
        return Synthesised.resource("pipeline", "AWS::StepFunctions::StateMachine", "StateMachines" + name);
    }

    private static List<Map<?, ?>> statementsOf(String name) {
        Object role = Synthesised.at(machine(name), "Properties", "RoleArn", "Fn::GetAtt");
        return Synthesised.statementsOf(Synthesised.list(role).getFirst().toString());
    }

    private static List<String> actions(String name) {
        return statementsOf(name).stream()
                .flatMap(statement -> Synthesised.list(Synthesised.at(statement, "Action")).stream())
                .map(Object::toString)
                .filter(action -> !action.startsWith("logs:") && !action.startsWith("xray:"))
                .distinct()
                .toList();
    }
}
