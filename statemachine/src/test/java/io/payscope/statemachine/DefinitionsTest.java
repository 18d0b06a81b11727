package io.payscope.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules that every state of both definitions keeps. */
class DefinitionsTest {

    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z]+)}");
    private static final Set<String> SERVICE_ERRORS = Set.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException",
            "Lambda.SnapStartNotReadyException",
            "Lambda.SnapStartTimeoutException",
            "Lambda.SnapStartException",
            "Lambda.ClientExecutionTimeoutException",
            "StepFunctions.ExecutionLimitExceededException",
            "StepFunctions.SdkClientException",
            "States.TaskFailed",
            "States.ALL");

    private record State(String name, JsonNode body) {}

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "ingest"})
    void everyTaskHasATimeoutARetryAndACatchForEverything(String file) {
        List<State> tasks = ofType(file, "Task");

        assertThat(tasks).isNotEmpty();
        for (State task : tasks) {
            assertThat(task.body().path("TimeoutSeconds").asInt(0))
                    .as("timeout of %s", task.name())
                    .isPositive();
            assertThat(names(task.body().path("Catch")))
                    .as("catch of %s", task.name())
                    .contains("States.ALL");
            assertThat(task.body().path("Retry").size())
                    .as("retry of %s", task.name())
                    .isPositive();
            for (JsonNode retry : task.body().path("Retry")) {
                assertThat(retry.path("JitterStrategy").asString())
                        .as(task.name())
                        .isEqualTo("FULL");
                assertThat(retry.path("MaxDelaySeconds").asInt(0))
                        .as(task.name())
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "ingest"})
    void aLambdaIsRetriedForTheTransientFaultInBothSpellingsAndForNoOtherFault(String file) {
        for (State task : ofType(file, "Task")) {
            if (task.body().path("Resource").asString().equals(LAMBDA)) {
                assertThat(names(task.body().path("Retry")))
                        .as("retry of %s", task.name())
                        .contains(TransientFault.class.getName(), TransientFault.class.getSimpleName())
                        .noneMatch(name -> name.contains("Fault") && !name.contains("TransientFault"));
            }
        }
    }

    /** A function that slept for two weeks wakes within minutes, and a small account throttles for as long. */
    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "ingest"})
    void aLambdaThatWakesUpOrIsThrottledIsWaitedForLonger(String file) {
        for (State task : ofType(file, "Task")) {
            if (task.body().path("Resource").asString().equals(LAMBDA)) {
                JsonNode patient = task.body().path("Retry").path(1);
                assertThat(patient.path("ErrorEquals").toString())
                        .as(task.name())
                        .contains("Lambda.SnapStartNotReadyException", "Lambda.TooManyRequestsException");
                assertThat(patient.path("MaxAttempts").asInt()).as(task.name()).isGreaterThanOrEqualTo(12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "ingest"})
    void everyErrorNameExists(String file) {
        Set<String> faults = Stream.of(Fault.class.getPermittedSubclasses())
                .flatMap(fault -> Stream.of(fault.getName(), fault.getSimpleName()))
                .collect(Collectors.toSet());
        for (State state : states(file)) {
            Stream.of("Retry", "Catch")
                    .flatMap(field -> names(state.body().path(field)).stream())
                    .forEach(name -> assertThat(faults.contains(name) || SERVICE_ERRORS.contains(name))
                            .as("%s in %s", name, state.name())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "ingest"})
    void everyMapAndParallelOfManyBanksOrPartsKeepsFailuresApart(String file) {
        for (State state : states(file)) {
            if (state.body().has("ItemProcessor")) {
                List<State> inner = new ArrayList<>();
                collect(state.body().path("ItemProcessor"), inner);
                assertThat(inner)
                        .filteredOn(task -> task.body().path("Type").asString().equals("Task"))
                        .allSatisfy(task ->
                                assertThat(names(task.body().path("Catch"))).contains("States.ALL"));
            }
        }
    }

    @Test
    void graphPartsAreWrittenOneAtATime() {
        JsonNode map = states("ingest").stream()
                .filter(state -> state.name().equals("LoadGraphParts"))
                .findFirst()
                .orElseThrow()
                .body();

        assertThat(map.path("MaxConcurrency").asInt()).isEqualTo(1);
    }

    @Test
    void aPartialRunEndsInAFailState() {
        JsonNode state = states("pipeline").stream()
                .filter(each -> each.name().equals("RunPartial"))
                .findFirst()
                .orElseThrow()
                .body();

        assertThat(state.path("Type").asString()).isEqualTo("Fail");
        assertThat(state.path("Cause").asString()).contains("summaryUri");
    }

    @Test
    void placeholdersAreTheFunctionsTheBucketAndTheIngestMachine() {
        Set<String> found = new TreeSet<>();
        for (String file : List.of("pipeline", "ingest")) {
            Matcher matcher = PLACEHOLDER.matcher(read(file).toString());
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }

        assertThat(found)
                .contains("DataBucket", "IngestStateMachineArn")
                .allMatch(name ->
                        name.endsWith("Function") || name.equals("DataBucket") || name.equals("IngestStateMachineArn"));
    }

    private static List<State> ofType(String file, String type) {
        return states(file).stream()
                .filter(state -> state.body().path("Type").asString().equals(type))
                .toList();
    }

    private static List<State> states(String file) {
        List<State> states = new ArrayList<>();
        collect(read(file), states);
        return states;
    }

    private static JsonNode read(String file) {
        return new JsonMapper().readTree(Path.of(file + ".asl.json").toFile());
    }

    private static void collect(JsonNode machine, List<State> into) {
        machine.path("States").properties().forEach(entry -> {
            into.add(new State(entry.getKey(), entry.getValue()));
            collect(entry.getValue().path("ItemProcessor"), into);
            entry.getValue().path("Branches").forEach(branch -> collect(branch, into));
        });
    }

    private static List<String> names(JsonNode handlers) {
        List<String> names = new ArrayList<>();
        handlers.forEach(handler -> handler.path("ErrorEquals").forEach(name -> names.add(name.asString())));
        return names;
    }
}
