package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.MalformedJson;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.port.NestedExecutions.StartRefused;
import io.payscope.runner.asl.port.NestedResult;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Starts an execution and waits for its end. */
final class NestedCall {

    private NestedCall() {}

    static Callable<@Nullable Object> of(Map<?, ?> arguments, Visit visit) {
        ArgumentNames.check(visit, arguments, Set.of("StateMachineArn", "Input", "Name"));
        String machine = Typed.text(visit, arguments.get("StateMachineArn"), "Arguments/StateMachineArn");
        Optional<String> name = arguments.containsKey("Name")
                ? Optional.of(Typed.text(visit, arguments.get("Name"), "Arguments/Name"))
                : Optional.empty();
        Payload input = input(visit, arguments);
        Engine engine = visit.strand().engine();
        return () -> run(engine, machine, name, input);
    }

    /** An object is sent as it is; a text is taken for JSON, as the API has it. */
    private static Payload input(Visit visit, Map<?, ?> arguments) {
        if (!arguments.containsKey("Input")) {
            return Payload.of(Map.of());
        }
        Object input = arguments.get("Input");
        if (!(input instanceof String text)) {
            return Payload.of(input);
        }
        try {
            return Payload.parse(text);
        } catch (MalformedJson e) {
            throw visit.evaluationFailed("The field 'Arguments/Input' must be JSON: " + e.getMessage() + ".");
        }
    }

    private static Object run(Engine engine, String machine, Optional<String> name, Payload input)
            throws InterruptedException {
        NestedResult result;
        try {
            result = engine.nested().runToEnd(machine, name, input);
        } catch (StartRefused e) {
            throw new StateFailure("StepFunctions." + e.error() + "Exception", String.valueOf(e.getMessage()), e);
        }
        if (!result.succeeded()) {
            throw new StateFailure(ErrorNames.TASK_FAILED, Json.write(result.description()));
        }
        return result.description();
    }
}
