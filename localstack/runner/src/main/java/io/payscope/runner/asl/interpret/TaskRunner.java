package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.history.TaskResource;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Call;
import io.payscope.runner.asl.model.TaskState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs one attempt of a Task on a thread of its own, so that its time can be limited. */
final class TaskRunner {

    /** What AWS assumes where a Task has no TimeoutSeconds. */
    private static final int LONGEST_SECONDS = 99_999_999;

    private TaskRunner() {}

    static @Nullable Object run(TaskState task, Visit visit) throws InterruptedException {
        Map<?, ?> arguments = Typed.object(visit, task.call().arguments(), "Arguments");
        Optional<Integer> timeout = task.timeoutSeconds()
                .map(template -> Typed.whole(visit, template, "TimeoutSeconds", 1, LONGEST_SECONDS));
        Strand strand = visit.strand();
        TaskResource resource = TaskResource.of(task.call().resource());
        Payload parameters = visit.within(arguments);
        Callable<@Nullable Object> call = call(task.call(), arguments, visit);
        strand.record(EventType.TASK_SCHEDULED, new EventDetails.TaskScheduled(resource, parameters.text(), timeout));
        strand.record(EventType.TASK_STARTED, new EventDetails.TaskStarted(resource));
        try {
            Fork<@Nullable Object> fork = Fork.start(threads(task), call);
            Payload result = visit.within(await(fork, timeout.orElse(LONGEST_SECONDS), task, visit));
            strand.record(EventType.TASK_SUCCEEDED, new EventDetails.TaskOutput(resource, result.text()));
            return result.value();
        } catch (StateFailure e) {
            EventType type =
                    e.errorName().equals(ErrorNames.TIMEOUT) ? EventType.TASK_TIMED_OUT : EventType.TASK_FAILED;
            strand.record(type, new EventDetails.TaskFailure(resource, EventDetails.Failure.of(e)));
            throw e;
        }
    }

    private static Callable<@Nullable Object> call(Call call, Map<?, ?> arguments, Visit visit) {
        return switch (call) {
            case Call.InvokeLambda invoke -> LambdaCall.of(arguments, visit);
            case Call.StartExecution start -> NestedCall.of(arguments, visit);
        };
    }

    /** A function computes and calls native code for minutes, which would hold up all virtual threads. */
    private static Thread.Builder threads(TaskState task) {
        return switch (task.call()) {
            case Call.InvokeLambda invoke -> Thread.ofPlatform().daemon().name("task-" + task.name());
            case Call.StartExecution start -> Thread.ofVirtual().name("task-" + task.name());
        };
    }

    /** Waits for the call; when its time is over it is interrupted and left behind, as a function would be on AWS. */
    private static @Nullable Object await(Fork<@Nullable Object> fork, int seconds, TaskState task, Visit visit)
            throws InterruptedException {
        boolean ended;
        try {
            ended = visit.strand().engine().time().join(fork.thread(), Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            fork.thread().interrupt();
            throw e;
        }
        if (!ended) {
            fork.thread().interrupt();
            throw new StateFailure(
                    ErrorNames.TIMEOUT,
                    "The task of the state '" + task.name() + "' ran longer than " + seconds + " s.");
        }
        return fork.result();
    }
}
