package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.MalformedJson;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.port.LambdaFailure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls a function. Its answer is wrapped as the Lambda API wraps it. */
final class LambdaCall {

    /** The error of a function that failed in no way that its runtime reports. */
    private static final String UNKNOWN = "Lambda.Unknown";

    private static final int HTTP_OK = 200;

    private LambdaCall() {}

    static Callable<@Nullable Object> of(Map<?, ?> arguments, Visit visit) {
        ArgumentNames.check(visit, arguments, Set.of("FunctionName", "Payload"));
        String function = Arns.functionName(Typed.text(visit, arguments.get("FunctionName"), "Arguments/FunctionName"));
        String payload = arguments.containsKey("Payload")
                ? Payload.of(arguments.get("Payload")).text()
                : "{}";
        Engine engine = visit.strand().engine();
        return () -> invoke(engine, function, payload);
    }

    private static @Nullable Object invoke(Engine engine, String function, String payload) throws InterruptedException {
        try {
            byte[] answer = engine.lambdas().invoke(function, payload.getBytes(StandardCharsets.UTF_8));
            return wrapped(Json.parse(new String(answer, StandardCharsets.UTF_8)));
        } catch (LambdaFailure e) {
            throw new StateFailure(e.error(), e.causeText(), e);
        } catch (MalformedJson e) {
            throw new StateFailure(UNKNOWN, "The answer of " + function + " is not JSON: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            // What a function throws past its own wrapper, a missing library for instance, fails the task only.
            throw new StateFailure(UNKNOWN, "The host of " + function + " failed: " + e, e);
        }
    }

    private static Map<String, @Nullable Object> wrapped(@Nullable Object answer) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("ExecutedVersion", "$LATEST");
        result.put("Payload", answer);
        result.put("StatusCode", HTTP_OK);
        return result;
    }
}
