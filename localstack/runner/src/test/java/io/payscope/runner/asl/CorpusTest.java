package io.payscope.runner.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.Payload;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every definition under {@code src/test/resources/asl}. */
class CorpusTest {

    private static final Set<String> FILE_FIELDS =
            Set.of("about", "definition", "children", "substitutions", "lambdas", "objects", "cases");
    private static final Set<String> CASE_FIELDS = Set.of(
            "shows",
            "input",
            "status",
            "output",
            "error",
            "cause",
            "causeContains",
            "refused",
            "events",
            "sleeps",
            "definition",
            "children",
            "lambdas",
            "objects",
            "substitutions",
            "written");

    static Stream<CorpusCase> cases() throws IOException, URISyntaxException {
        return CorpusCase.all();
    }

    @Test
    void corpusIsLargeAndHasNoMisspeltField() throws IOException, URISyntaxException {
        List<CorpusCase> all = CorpusCase.all().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(45);
        for (CorpusCase one : all) {
            assertThat(one.file().keySet()).as(one.name()).allMatch(FILE_FIELDS::contains);
            assertThat(one.one().keySet()).as(one.name()).allMatch(CASE_FIELDS::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void definitionDoesWhatTheCorpusSays(CorpusCase one) throws Exception {
        if (one.one().get("refused") instanceof Map<?, ?> refused) {
            expectRefusal(one, refused);
        } else {
            expectEnd(one);
        }
    }

    private static void expectRefusal(CorpusCase one, Map<?, ?> refused) {
        DefinitionRefused refusal = catchThrowableOfType(
                DefinitionRefused.class, () -> register(one, new StateMachines(new ScriptedTime()::now)));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.path()).isEqualTo(refused.get("path"));
        assertThat(refusal.field()).isEqualTo(refused.get("field"));
        assertThat(refusal.reason()).contains((String) refused.get("reasonContains"));
    }

    private static void expectEnd(CorpusCase one) throws Exception {
        ScriptedTime time = new ScriptedTime();
        StateMachines machines = new StateMachines(time::now);
        String arn = register(one, machines);
        MemoryObjects objects = new MemoryObjects();
        for (Map.Entry<?, ?> entry : one.map("objects").entrySet()) {
            String key = (String) entry.getKey();
            byte[] body = Json.write(entry.getValue()).getBytes(StandardCharsets.UTF_8);
            objects.put(key.substring(0, key.indexOf('/')), key.substring(key.indexOf('/') + 1), body, "");
        }
        ScriptedLambdas lambdas = new ScriptedLambdas(one.map("lambdas"), time);
        try (ExecutionService service =
                new ExecutionService(machines, lambdas, objects, time, new Random(42), (executionArn, event) -> {})) {
            Execution execution = service.start(arn, "run", Json.write(one.one().get("input")));
            ExecutionEnd end = execution.await(Duration.ofSeconds(30)).orElseThrow();
            check(one, end, execution, time);
            if (one.one().get("written") instanceof Number written) {
                assertThat(objects.all()).hasSize(written.intValue());
            }
        }
    }

    private static void check(CorpusCase one, ExecutionEnd end, Execution execution, ScriptedTime time) {
        Map<?, ?> expected = one.one();
        assertThat(end.status().name()).as(end.toString()).isEqualTo(expected.get("status"));
        if (expected.containsKey("output")) {
            assertThat(end.output().map(Payload::text)).contains(Json.write(expected.get("output")));
        }
        if (expected.get("error") instanceof String error) {
            assertThat(end.error()).contains(error);
        }
        if (expected.get("cause") instanceof String cause) {
            assertThat(end.cause()).contains(cause);
        }
        if (expected.get("causeContains") instanceof String part) {
            assertThat(end.cause().orElseThrow()).contains(part);
        }
        if (expected.get("events") instanceof List<?> events) {
            assertThat(execution.history().events().stream()
                            .map(event -> event.type().awsName()))
                    .isEqualTo(events);
        }
        if (expected.get("sleeps") instanceof List<?> seconds) {
            assertThat(time.sleeps().stream().map(Duration::toSeconds).map(Long::intValue))
                    .isEqualTo(seconds);
        }
    }

    private static String register(CorpusCase one, StateMachines machines) {
        Map<String, String> substitutions = new HashMap<>();
        one.map("substitutions").forEach((name, value) -> substitutions.put((String) name, (String) value));
        one.map("children")
                .forEach((name, definition) -> machines.register((String) name, Json.write(definition), Map.of()));
        Object definition = one.part("definition");
        String text = definition instanceof String raw ? raw : Json.write(definition);
        return machines.register("main", text, substitutions).arn();
    }
}
