package io.payscope.runner.asl;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.interpret.Engine;
import io.payscope.runner.asl.interpret.ExecutionRun;
import io.payscope.runner.asl.interpret.ExecutionRun.Outcome;
import io.payscope.runner.asl.interpret.Fork;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Definition;
import java.time.Duration;
import java.util.Optional;

/** Watches over one execution: starts it, ends it when its time is over or it is stopped, and says how it ended. */
final class Supervisor {

    private static final Duration FOREVER = Duration.ofDays(3650);

    private final Engine engine;
    private final Execution execution;
    private final Thread thread;
    private volatile EventDetails.Failure stopReason = new EventDetails.Failure(Optional.empty(), Optional.empty());

    Supervisor(Engine engine, Execution execution) {
        this.engine = engine;
        this.execution = execution;
        this.thread = Thread.ofVirtual()
                .name("execution-" + execution.identity().name())
                .unstarted(this::watch);
    }

    Execution execution() {
        return execution;
    }

    void start() {
        thread.start();
    }

    /** Asks the execution to end; it may still end by itself first. */
    void stop(Optional<String> error, Optional<String> cause) {
        stopReason = new EventDetails.Failure(error, cause);
        thread.interrupt();
    }

    private void watch() {
        Definition definition = execution.stateMachine().definition();
        Fork<Outcome> run = Fork.start(
                Thread.ofVirtual().name("run-" + execution.identity().name()),
                () -> ExecutionRun.run(engine, execution.identity(), definition.flow(), execution.history()));
        boolean inTime = true;
        try {
            inTime = engine.time().join(run.thread(), definition.timeout().orElse(FOREVER));
        } catch (InterruptedException e) {
            run.stop();
        }
        if (!inTime) {
            run.stop();
        }
        execution.finish(end(run, inTime));
    }

    /** How it ended by itself, if it did; else why it was ended. */
    private ExecutionEnd end(Fork<Outcome> run, boolean inTime) {
        try {
            return switch (run.result()) {
                case Outcome.Succeeded(Payload output) ->
                    ExecutionEnd.succeeded(engine.time().now(), output);
                case Outcome.Failed(StateFailure failure) ->
                    ExecutionEnd.of(ExecutionStatus.FAILED, engine.time().now(), failure.error(), failure.cause());
            };
        } catch (RuntimeException | Error e) {
            return ExecutionEnd.of(
                    ExecutionStatus.FAILED,
                    engine.time().now(),
                    Optional.of(ErrorNames.RUNTIME),
                    Optional.of(ExecutionRun.trace(e)));
        } catch (InterruptedException e) {
            return inTime
                    ? ended(ExecutionStatus.ABORTED, EventType.EXECUTION_ABORTED, stopReason)
                    : ended(ExecutionStatus.TIMED_OUT, EventType.EXECUTION_TIMED_OUT, timedOut());
        }
    }

    private EventDetails.Failure timedOut() {
        return new EventDetails.Failure(Optional.of(ErrorNames.TIMEOUT), Optional.empty());
    }

    private ExecutionEnd ended(ExecutionStatus status, EventType type, EventDetails.Failure failure) {
        long last = execution.history().events().size();
        execution.history().record(last, type, failure);
        return ExecutionEnd.of(status, engine.time().now(), failure.error(), failure.cause());
    }
}
