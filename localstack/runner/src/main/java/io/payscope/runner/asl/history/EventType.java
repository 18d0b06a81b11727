package io.payscope.runner.asl.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What may happen in an execution. */
public enum EventType {
    EXECUTION_STARTED("executionStartedEventDetails"),
    EXECUTION_SUCCEEDED("executionSucceededEventDetails"),
    EXECUTION_FAILED("executionFailedEventDetails"),
    EXECUTION_ABORTED("executionAbortedEventDetails"),
    EXECUTION_TIMED_OUT("executionTimedOutEventDetails"),

    PASS_STATE_ENTERED("stateEnteredEventDetails"),
    PASS_STATE_EXITED("stateExitedEventDetails"),
    CHOICE_STATE_ENTERED("stateEnteredEventDetails"),
    CHOICE_STATE_EXITED("stateExitedEventDetails"),
    WAIT_STATE_ENTERED("stateEnteredEventDetails"),
    WAIT_STATE_EXITED("stateExitedEventDetails"),
    WAIT_STATE_ABORTED(""),
    SUCCEED_STATE_ENTERED("stateEnteredEventDetails"),
    SUCCEED_STATE_EXITED("stateExitedEventDetails"),
    FAIL_STATE_ENTERED("stateEnteredEventDetails"),
    EVALUATION_FAILED("evaluationFailedEventDetails"),

    TASK_STATE_ENTERED("stateEnteredEventDetails"),
    TASK_STATE_EXITED("stateExitedEventDetails"),
    TASK_STATE_ABORTED(""),
    TASK_SCHEDULED("taskScheduledEventDetails"),
    TASK_STARTED("taskStartedEventDetails"),
    TASK_SUCCEEDED("taskSucceededEventDetails"),
    TASK_FAILED("taskFailedEventDetails"),
    TASK_TIMED_OUT("taskTimedOutEventDetails"),

    PARALLEL_STATE_ENTERED("stateEnteredEventDetails"),
    PARALLEL_STATE_STARTED(""),
    PARALLEL_STATE_SUCCEEDED(""),
    PARALLEL_STATE_FAILED(""),
    PARALLEL_STATE_ABORTED(""),
    PARALLEL_STATE_EXITED("stateExitedEventDetails"),

    MAP_STATE_ENTERED("stateEnteredEventDetails"),
    MAP_STATE_STARTED("mapStateStartedEventDetails"),
    MAP_STATE_SUCCEEDED(""),
    MAP_STATE_FAILED(""),
    MAP_STATE_ABORTED(""),
    MAP_STATE_EXITED("stateExitedEventDetails"),
    MAP_ITERATION_STARTED("mapIterationStartedEventDetails"),
    MAP_ITERATION_SUCCEEDED("mapIterationSucceededEventDetails"),
    MAP_ITERATION_FAILED("mapIterationFailedEventDetails"),
    MAP_ITERATION_ABORTED("mapIterationAbortedEventDetails"),
    MAP_RUN_STARTED("mapRunStartedEventDetails"),
    MAP_RUN_SUCCEEDED(""),
    MAP_RUN_FAILED("mapRunFailedEventDetails"),
    MAP_RUN_ABORTED("");

    private final String awsName;
    private final String detailsField;

    EventType(String detailsField) {
        this.awsName = Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        this.detailsField = detailsField;
    }

    /** @return the type as GetExecutionHistory names it, for example {@code TaskStateEntered} */
    public String awsName() {
        return awsName;
    }

    /** @return the field of GetExecutionHistory that holds the details, empty if the type has none */
    public String detailsField() {
        return detailsField;
    }

    /** @return whether it is the last event of an execution */
    public boolean endsExecution() {
        return switch (this) {
            case EXECUTION_SUCCEEDED, EXECUTION_FAILED, EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> true;
            default -> false;
        };
    }
}
