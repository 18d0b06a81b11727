package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.model.Catcher;
import io.payscope.runner.asl.model.GuardedState;
import io.payscope.runner.asl.model.MapState;
import io.payscope.runner.asl.model.ParallelState;
import io.payscope.runner.asl.model.TaskState;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a Task, Map or Parallel under its Retry and Catch, which also guard the computing of Assign and Output. */
final class GuardRunner {

    private GuardRunner() {}

    static Step run(GuardedState state, Visit visit) throws InterruptedException {
        RetryCounter retries =
                new RetryCounter(state.retry(), visit.strand().engine().random());
        while (true) {
            try {
                return Leaving.with(visit, state.exit(), new Visit.Member("result", attempt(state, visit)));
            } catch (StateFailure failure) {
                Optional<Duration> delay = retries.next(failure.errorName());
                if (delay.isEmpty()) {
                    return caught(state, visit, failure);
                }
                visit.strand().engine().time().sleep(delay.get());
                visit.retried();
            }
        }
    }

    private static @Nullable Object attempt(GuardedState state, Visit visit) throws InterruptedException {
        return switch (state) {
            case TaskState task -> TaskRunner.run(task, visit);
            case ParallelState parallel -> ParallelRunner.run(parallel, visit);
            case MapState map -> MapRunner.run(map, visit);
        };
    }

    private static Step caught(GuardedState state, Visit visit, StateFailure failure) {
        for (Catcher catcher : state.catchers()) {
            if (catcher.errorEquals().stream().anyMatch(pattern -> ErrorNames.matches(pattern, failure.errorName()))) {
                return Leaving.with(visit, catcher.exit(), new Visit.Member("errorOutput", failure.asErrorOutput()));
            }
        }
        throw failure;
    }
}
