package io.payscope.runner.run;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.port.ObjectStore;
import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.StateMachines;
import io.payscope.runner.asl.port.LambdaFailure;
import io.payscope.runner.asl.port.OneBucket;
import io.payscope.runner.asl.port.SystemTime;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StageName;
import io.payscope.runner.isolated.FunctionError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The two deployed definitions, executed here, with the functions of this process behind their placeholders. */
final class LocalStateMachines implements AutoCloseable {

    static final String PIPELINE = "pipeline";
    static final String INGEST = "ingest";

    private static final Map<String, StageName> FUNCTIONS = functions();

    private final StateMachines machines = new StateMachines(Clock.systemUTC());
    private final ExecutionService executions;

    LocalStateMachines(Home home, ObjectStore objects, StageMeter meter) {
        this.executions = new ExecutionService(
                machines,
                (function, payload) -> invoke(meter, function, payload),
                new OneBucket(objects),
                new SystemTime(Clock.systemUTC()),
                new Random(),
                (_, _) -> {});
        Map<String, String> substitutions = substitutions(objects.bucket());
        for (String name : List.of(INGEST, PIPELINE)) {
            machines.register(name, definition(home, name), substitutions);
        }
    }

    StateMachines machines() {
        return machines;
    }

    ExecutionService executions() {
        return executions;
    }

    /** Starts an execution; without a name it gets one of its own. */
    Execution start(String machine, byte[] input) {
        return executions.start(StateMachines.arnOf(machine), null, new String(input, StandardCharsets.UTF_8));
    }

    private static Map<String, StageName> functions() {
        Map<String, StageName> functions = new HashMap<>();
        Arrays.stream(StageName.values()).forEach(stage -> functions.put(stage.function(), stage));
        return functions;
    }

    private static Map<String, String> substitutions(String bucket) {
        Map<String, String> values = new HashMap<>();
        Arrays.stream(StageName.values()).forEach(stage -> values.put(stage.placeholder(), stage.function()));
        values.put("IngestStateMachineArn", StateMachines.arnOf(INGEST));
        values.put("DataBucket", bucket);
        return values;
    }

    private static String definition(Home home, String name) {
        try {
            return Files.readString(home.stateMachine(name));
        } catch (IOException e) {
            throw new ConfigFault("cannot read " + home.stateMachine(name), e);
        }
    }

    private static byte[] invoke(StageMeter meter, String function, byte[] payload) throws LambdaFailure {
        StageName stage = FUNCTIONS.get(function);
        if (stage == null) {
            throw LambdaFailure.ofService("Lambda.ResourceNotFoundException", "Function not found: " + function);
        }
        try {
            return meter.invoke(stage, payload);
        } catch (Fault fault) {
            throw failure(fault);
        } catch (FunctionError error) {
            throw LambdaFailure.ofFunction(error.errorType(), String.valueOf(error.getMessage()), error.frames());
        } catch (RuntimeException failure) {
            throw failure(new BugFault(function + ": " + failure, failure));
        }
    }

    /** As the Lambda runtime reports it: the full class name is what Retry and Catch match. */
    private static LambdaFailure failure(Fault fault) {
        return LambdaFailure.ofFunction(fault.getClass().getName(), String.valueOf(fault.getMessage()), List.of());
    }

    @Override
    public void close() {
        executions.close();
    }
}
