package io.payscope.runner.asl;

import io.payscope.runner.asl.json.Payload;
import java.time.Instant;
import java.util.Optional;

/**
 * How an execution ended.
 *
 * @param status any but RUNNING
 * @param stopped when
 * @param output what it gave, if it succeeded
 * @param error name of the error, if it failed with one or was stopped with one
 * @param cause for a human, likewise
 */
public record ExecutionEnd(
        ExecutionStatus status,
        Instant stopped,
        Optional<Payload> output,
        Optional<String> error,
        Optional<String> cause) {

    static ExecutionEnd succeeded(Instant stopped, Payload output) {
        return new ExecutionEnd(
                ExecutionStatus.SUCCEEDED, stopped, Optional.of(output), Optional.empty(), Optional.empty());
    }

    static ExecutionEnd of(ExecutionStatus status, Instant stopped, Optional<String> error, Optional<String> cause) {
        return new ExecutionEnd(status, stopped, Optional.empty(), error, cause);
    }
}
