package io.payscope.runner.run;

import io.payscope.core.fault.Fault;
import io.payscope.core.port.ObjectStore;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.StateMachines;
import io.payscope.runner.asl.port.LambdaFailure;
import io.payscope.runner.asl.port.OneBucket;
import io.payscope.runner.asl.port.TimeKeeper;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Executes the deployed definitions over functions that a test makes up. */
final class DefinitionsRun implements AutoCloseable {

    private final Map<StageName, UnaryOperator<String>> functions = new EnumMap<>(StageName.class);
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final ExecutionService executions;

    DefinitionsRun(ObjectStore objects, TimeKeeper time) throws IOException {
        StateMachines machines = new StateMachines(Clock.systemUTC());
        Map<String, String> substitutions = new HashMap<>();
        Arrays.stream(StageName.values()).forEach(stage -> substitutions.put(stage.placeholder(), stage.function()));
        substitutions.put("IngestStateMachineArn", StateMachines.arnOf("ingest"));
        substitutions.put("DataBucket", objects.bucket());
        for (String name : List.of("ingest", "pipeline")) {
            Path file = Path.of("..", "..", "statemachine", name + ".asl.json");
            machines.register(name, Files.readString(file), substitutions);
        }
        executions =
                new ExecutionService(machines, this::invoke, new OneBucket(objects), time, new Random(1), (_, _) -> {});
    }

    /** Makes a function up: JSON in, JSON out, or a fault. */
    DefinitionsRun with(StageName stage, UnaryOperator<String> function) {
        functions.put(stage, function);
        return this;
    }

    /** Names of the functions called so far, with their events. */
    List<String> calls(StageName stage) {
        return calls.stream()
                .filter(call -> call.startsWith(stage.function() + " "))
                .toList();
    }

    ExecutionEnd run(String machine, String input) throws InterruptedException {
        return executions
                .start(StateMachines.arnOf(machine), null, input)
                .await(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private byte[] invoke(String function, byte[] payload) throws LambdaFailure {
        String event = new String(payload, StandardCharsets.UTF_8);
        calls.add(function + " " + event);
        StageName stage = Arrays.stream(StageName.values())
                .filter(each -> each.function().equals(function))
                .findFirst()
                .orElseThrow();
        try {
            return functions.get(stage).apply(event).getBytes(StandardCharsets.UTF_8);
        } catch (Fault fault) {
            throw LambdaFailure.ofFunction(fault.getClass().getName(), fault.getMessage(), List.of());
        }
    }

    @Override
    public void close() {
        executions.close();
    }
}
