package io.payscope.runner.asl;

import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.port.LambdaFailure;
import io.payscope.runner.asl.port.LambdaInvoker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Functions that do what a corpus file says. A function is a list of answers, the last of which repeats:
 * {@code {"returns": value}}, {@code {"returnsPayload": true}}, {@code {"throws": {"errorType", "errorMessage"}}},
 * {@code {"serviceError": {"error", "cause"}}}, {@code {"text": "raw answer"}}, {@code {"stuck": true}}, and
 * {@code {"throwsFor": value, "throws": ..}} which fails for one payload and returns any other.
 */
final class ScriptedLambdas implements LambdaInvoker {

    private final Map<?, ?> functions;
    private final ScriptedTime time;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    ScriptedLambdas(Map<?, ?> functions, ScriptedTime time) {
        this.functions = functions;
        this.time = time;
    }

    @Override
    public byte[] invoke(String functionName, byte[] payload) throws LambdaFailure, InterruptedException {
        if (!(functions.get(functionName) instanceof List<?> answers)) {
            throw LambdaFailure.ofService("Lambda.ResourceNotFoundException", "no function " + functionName);
        }
        int call =
                calls.computeIfAbsent(functionName, name -> new AtomicInteger()).getAndIncrement();
        Map<?, ?> answer = (Map<?, ?>) answers.get(Math.min(call, answers.size() - 1));
        return answer(answer, new String(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private String answer(Map<?, ?> answer, String payload) throws LambdaFailure, InterruptedException {
        if (answer.containsKey("stuck")) {
            time.somethingIsStuck();
            new CountDownLatch(1).await();
        }
        if (answer.get("throws") instanceof Map<?, ?> thrown && concerns(answer, Json.parse(payload))) {
            throw LambdaFailure.ofFunction(
                    String.valueOf(thrown.get("errorType")), String.valueOf(thrown.get("errorMessage")), List.of());
        }
        if (answer.get("serviceError") instanceof Map<?, ?> error) {
            throw LambdaFailure.ofService(String.valueOf(error.get("error")), String.valueOf(error.get("cause")));
        }
        if (answer.get("text") instanceof String text) {
            return text;
        }
        return answer.containsKey("returns") ? Json.write(answer.get("returns")) : payload;
    }

    private static boolean concerns(Map<?, ?> answer, @Nullable Object payload) {
        return !answer.containsKey("throwsFor")
                || String.valueOf(answer.get("throwsFor")).equals(String.valueOf(payload));
    }
}
