package io.payscope.runner.asl;

import io.payscope.runner.asl.history.History;
import io.payscope.runner.asl.interpret.Identity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** An execution, running or ended. Thread-safe. */
public final class Execution {

    private final Identity identity;
    private final History history;
    private final StateMachine stateMachine;
    private final AtomicReference<Optional<ExecutionEnd>> end = new AtomicReference<>(Optional.empty());
    private final CountDownLatch ended = new CountDownLatch(1);

    Execution(Identity identity, History history, StateMachine stateMachine) {
        this.identity = identity;
        this.history = history;
        this.stateMachine = stateMachine;
    }

    /** @return its ARN */
    public String arn() {
        return identity.arn();
    }

    /** @return name, state machine, start and input */
    public Identity identity() {
        return identity;
    }

    /** @return what it runs, as it was registered when the execution started */
    public StateMachine stateMachine() {
        return stateMachine;
    }

    /** @return its events so far */
    public History history() {
        return history;
    }

    /** @return where it stands now */
    public ExecutionStatus status() {
        return end.get().map(ExecutionEnd::status).orElse(ExecutionStatus.RUNNING);
    }

    /** @return how it ended, or empty while it runs */
    public Optional<ExecutionEnd> end() {
        return end.get();
    }

    /**
     * Waits for its end.
     *
     * @return how it ended, or empty if it still runs after the time
     */
    public Optional<ExecutionEnd> await(Duration timeout) throws InterruptedException {
        if (!ended.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        return end.get();
    }

    /** Waits for its end, however long it takes. */
    ExecutionEnd await() throws InterruptedException {
        ended.await();
        return end.get().orElseThrow();
    }

    void finish(ExecutionEnd how) {
        end.set(Optional.of(how));
        ended.countDown();
    }
}
