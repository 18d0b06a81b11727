package io.payscope.runner.asl.history;

import io.payscope.runner.asl.failure.StateFailure;
import java.util.Map;
import java.util.Optional;

/** What an event tells beyond its type. Payloads are JSON texts. */
public sealed interface EventDetails {

    /** Nothing. */
    record None() implements EventDetails {}

    /**
     * An execution started.
     *
     * @param input its input
     * @param roleArn the role it runs as
     */
    record ExecutionStart(String input, String roleArn) implements EventDetails {}

    /**
     * An execution succeeded.
     *
     * @param output its output
     */
    record ExecutionOutput(String output) implements EventDetails {}

    /**
     * Something failed.
     *
     * @param error name of the error
     * @param cause for a human
     */
    record Failure(Optional<String> error, Optional<String> cause) implements EventDetails {

        /** @return the details of a failure */
        public static Failure of(StateFailure failure) {
            return new Failure(failure.error(), failure.cause());
        }
    }

    /**
     * A state was entered.
     *
     * @param name the state
     * @param input its input
     */
    record StateEntered(String name, String input) implements EventDetails {}

    /**
     * A state was left.
     *
     * @param name the state
     * @param output its output
     * @param assigned variables that it set, as JSON texts by name
     */
    record StateExited(String name, String output, Map<String, String> assigned) implements EventDetails {}

    /**
     * An expression failed.
     *
     * @param state the state
     * @param error name of the error
     * @param cause which expression and why
     */
    record EvaluationFailed(String state, String error, String cause) implements EventDetails {}

    /**
     * A call is about to be made.
     *
     * @param task what is called
     * @param parameters arguments of the call
     * @param timeoutSeconds the time it may take, if limited
     */
    record TaskScheduled(TaskResource task, String parameters, Optional<Integer> timeoutSeconds)
            implements EventDetails {}

    /**
     * A call was made.
     *
     * @param task what is called
     */
    record TaskStarted(TaskResource task) implements EventDetails {}

    /**
     * A call returned.
     *
     * @param task what was called
     * @param output what it gave
     */
    record TaskOutput(TaskResource task, String output) implements EventDetails {}

    /**
     * A call failed.
     *
     * @param task what was called
     * @param failure how it failed
     */
    record TaskFailure(TaskResource task, Failure failure) implements EventDetails {}

    /**
     * A Map knows its items.
     *
     * @param length how many there are
     */
    record MapLength(int length) implements EventDetails {}

    /**
     * Something about one item of a Map.
     *
     * @param name the state
     * @param index the item, from 0
     */
    record Iteration(String name, int index) implements EventDetails {}

    /**
     * A Distributed Map started.
     *
     * @param mapRunArn the run
     */
    record MapRun(String mapRunArn) implements EventDetails {}
}
