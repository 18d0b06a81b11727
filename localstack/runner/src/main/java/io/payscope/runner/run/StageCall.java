package io.payscope.runner.run;

import io.payscope.runner.host.StageName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function.
 *
 * @param stage the function
 * @param bank the bank that the call was about, or null where it was about all
 * @param seconds from call to answer
 * @param counts whole numbers of the answer by name: rows, bytes, inserted and the like
 * @param error simple name of the fault, or null
 * @param message what the fault said, or null
 */
public record StageCall(
        StageName stage,
        @Nullable Integer bank,
        double seconds,
        Map<String, Long> counts,
        @Nullable String error,
        @Nullable String message) {

    public StageCall {
        counts = Map.copyOf(counts);
    }
}
