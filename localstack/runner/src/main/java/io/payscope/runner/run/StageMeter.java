package io.payscope.runner.run;

import io.payscope.runner.host.Functions;
import io.payscope.runner.host.StageName;
import io.payscope.runner.isolated.FunctionError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls functions and notes what each call took and counted. Thread-safe. */
final class StageMeter {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String BANK = "bankId";
    private static final String ROWS = "rows";

    private final Functions functions;
    private final Consumer<StageCall> listener;
    private final Collection<StageCall> calls = new ConcurrentLinkedQueue<>();

    /**
     * Creates a meter.
     *
     * @param functions what is called
     * @param listener told of every call when it ends
     */
    StageMeter(Functions functions, Consumer<StageCall> listener) {
        this.functions = functions;
        this.listener = listener;
    }

    /** Calls a function; throws whatever it throws. */
    byte[] invoke(StageName stage, byte[] event) {
        long start = System.nanoTime();
        try {
            byte[] answer = functions.invoke(stage, event);
            JsonNode result = tree(answer);
            note(new StageCall(stage, bank(result, tree(event)), since(start), counts(result), null, null));
            return answer;
        } catch (RuntimeException failure) {
            note(new StageCall(
                    stage,
                    bank(tree(event), tree(event)),
                    since(start),
                    Map.of(),
                    failure instanceof FunctionError error
                            ? error.simpleType()
                            : failure.getClass().getSimpleName(),
                    failure.getMessage()));
            throw failure;
        }
    }

    /** All calls so far, in the order in which they ended. */
    List<StageCall> calls() {
        return List.copyOf(calls);
    }

    private void note(StageCall call) {
        calls.add(call);
        listener.accept(call);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    /** An event that is no JSON is the function's to refuse; here it only has no bank. */
    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static @Nullable Integer bank(JsonNode result, JsonNode event) {
        JsonNode bank = result.path(BANK).isInt() ? result.path(BANK) : event.path(BANK);
        return bank.isInt() ? bank.intValue() : null;
    }

    private static Map<String, Long> counts(JsonNode result) {
        Map<String, Long> counts = new TreeMap<>();
        result.properties().forEach(field -> {
            if (field.getValue().isIntegralNumber() && !field.getKey().equals(BANK)) {
                counts.put(field.getKey(), field.getValue().longValue());
            }
        });
        if (result.path("manifest").path(ROWS).isIntegralNumber()) {
            counts.put(ROWS, result.path("manifest").path(ROWS).longValue());
        }
        counts.remove("part");
        return counts;
    }
}
