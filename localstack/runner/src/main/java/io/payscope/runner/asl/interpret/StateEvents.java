package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.model.ChoiceState;
import io.payscope.runner.asl.model.FailState;
import io.payscope.runner.asl.model.MapState;
import io.payscope.runner.asl.model.ParallelState;
import io.payscope.runner.asl.model.PassState;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.model.SucceedState;
import io.payscope.runner.asl.model.TaskState;
import io.payscope.runner.asl.model.WaitState;
import java.util.Optional;

/**
 * The events that a type of state gives.
 *
 * @param entered when it is entered
 * @param exited when it is left, unless it never is
 * @param aborted when it is interrupted, if that is an event
 */
record StateEvents(EventType entered, Optional<EventType> exited, Optional<EventType> aborted) {

    static StateEvents of(State state) {
        return switch (state) {
            case TaskState task ->
                of(EventType.TASK_STATE_ENTERED, EventType.TASK_STATE_EXITED, EventType.TASK_STATE_ABORTED);
            case MapState map ->
                of(EventType.MAP_STATE_ENTERED, EventType.MAP_STATE_EXITED, EventType.MAP_STATE_ABORTED);
            case ParallelState parallel ->
                of(EventType.PARALLEL_STATE_ENTERED, EventType.PARALLEL_STATE_EXITED, EventType.PARALLEL_STATE_ABORTED);
            case WaitState wait ->
                of(EventType.WAIT_STATE_ENTERED, EventType.WAIT_STATE_EXITED, EventType.WAIT_STATE_ABORTED);
            case PassState pass -> of(EventType.PASS_STATE_ENTERED, EventType.PASS_STATE_EXITED);
            case ChoiceState choice -> of(EventType.CHOICE_STATE_ENTERED, EventType.CHOICE_STATE_EXITED);
            case SucceedState succeed -> of(EventType.SUCCEED_STATE_ENTERED, EventType.SUCCEED_STATE_EXITED);
            case FailState fail -> new StateEvents(EventType.FAIL_STATE_ENTERED, Optional.empty(), Optional.empty());
        };
    }

    private static StateEvents of(EventType entered, EventType exited) {
        return new StateEvents(entered, Optional.of(exited), Optional.empty());
    }

    private static StateEvents of(EventType entered, EventType exited, EventType aborted) {
        return new StateEvents(entered, Optional.of(exited), Optional.of(aborted));
    }
}
