package io.payscope.runner.asl;

import io.payscope.runner.asl.RequestRefused.Reason;
import io.payscope.runner.asl.history.History;
import io.payscope.runner.asl.history.HistoryListener;
import io.payscope.runner.asl.interpret.Engine;
import io.payscope.runner.asl.interpret.Identity;
import io.payscope.runner.asl.interpret.Names;
import io.payscope.runner.asl.json.MalformedJson;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.port.LambdaInvoker;
import io.payscope.runner.asl.port.NestedExecutions.StartRefused;
import io.payscope.runner.asl.port.NestedResult;
import io.payscope.runner.asl.port.Objects;
import io.payscope.runner.asl.port.TimeKeeper;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Starts executions of the registered state machines, as STANDARD workflows, and remembers them. Thread-safe. */
public final class ExecutionService implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final StateMachines machines;
    private final Engine engine;
    private final Map<String, Supervisor> byArn = new ConcurrentHashMap<>();
    private final ReentrantLock starting = new ReentrantLock();

    /**
     * @param machines what can be run
     * @param lambdas calls functions
     * @param objects reads items and writes results of Distributed Maps
     * @param time the engine's time
     * @param random jitter, names and random functions; thread-safe
     * @param listener hears of every event of every execution
     */
    public ExecutionService(
            StateMachines machines,
            LambdaInvoker lambdas,
            Objects objects,
            TimeKeeper time,
            Random random,
            HistoryListener listener) {
        this.machines = machines;
        this.engine = new Engine(lambdas, objects, this::runToEnd, time, random, listener);
    }

    /**
     * Starts an execution. A second start with the same name and input while the first runs gives the first.
     *
     * @param stateMachineArn what to run
     * @param name name of the execution, or null for a new one
     * @param input JSON
     * @return the execution, running
     * @throws RequestRefused if a name is taken, or anything given is wrong
     */
    public Execution start(String stateMachineArn, @Nullable String name, String input) {
        Payload payload = payload(input);
        String given = name == null ? Names.next(engine.random()) : name;
        starting.lock();
        try {
            StateMachine machine = machines.require(stateMachineArn);
            ResourceNames.check(given);
            String arn = machine.id().execution(given);
            Supervisor before = byArn.get(arn);
            if (before != null) {
                return again(before.execution(), payload);
            }
            Identity identity =
                    new Identity(arn, given, machine.id(), engine.time().now(), payload);
            History history = new History(arn, engine.time(), engine.listener());
            Supervisor supervisor = new Supervisor(engine, new Execution(identity, history, machine));
            byArn.put(arn, supervisor);
            supervisor.start();
            return supervisor.execution();
        } finally {
            starting.unlock();
        }
    }

    private static Execution again(Execution before, Payload input) {
        if (before.status() == ExecutionStatus.RUNNING
                && before.identity().input().equals(input)) {
            return before;
        }
        throw new RequestRefused(Reason.EXECUTION_ALREADY_EXISTS, "Execution Already Exists: '" + before.arn() + "'");
    }

    private static Payload payload(String input) {
        try {
            Payload payload = Payload.parse(input);
            if (!payload.exceedsLimit()) {
                return payload;
            }
        } catch (MalformedJson e) {
            throw new RequestRefused(
                    Reason.INVALID_EXECUTION_INPUT, "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
        throw new RequestRefused(
                Reason.INVALID_EXECUTION_INPUT, "the input is larger than " + Payload.LIMIT_BYTES + " bytes");
    }

    /** @return the execution, or empty if there is none of this ARN */
    public Optional<Execution> find(String arn) {
        return Optional.ofNullable(byArn.get(arn)).map(Supervisor::execution);
    }

    /** @return every execution of every state machine, the latest first */
    public List<Execution> all() {
        return byArn.values().stream()
                .map(Supervisor::execution)
                .sorted(Comparator.comparing((Execution one) -> one.identity().startTime())
                        .reversed()
                        .thenComparing(Execution::arn))
                .toList();
    }

    /**
     * Asks a running execution to end; nothing happens to one that has ended.
     *
     * @param error name of the error it shall then show, if any
     * @param cause for a human, if any
     * @throws RequestRefused if there is no such execution
     */
    public Execution stop(String arn, Optional<String> error, Optional<String> cause) {
        Supervisor supervisor = byArn.get(arn);
        if (supervisor == null) {
            throw new RequestRefused(Reason.EXECUTION_DOES_NOT_EXIST, "Execution Does Not Exist: '" + arn + "'");
        }
        supervisor.stop(error, cause);
        return supervisor.execution();
    }

    /**
     * Deletes a state machine and stops what runs of it; nothing happens if there is none. Its executions can still be
     * described.
     *
     * @param stateMachineArn which
     */
    public void delete(String stateMachineArn) {
        starting.lock();
        try {
            machines.remove(stateMachineArn);
        } finally {
            starting.unlock();
        }
        byArn.values().stream()
                .filter(one -> one.execution().stateMachine().arn().equals(stateMachineArn))
                .forEach(one -> one.stop(Optional.empty(), Optional.of("the state machine was deleted")));
    }

    private NestedResult runToEnd(String machineArn, Optional<String> name, Payload input)
            throws StartRefused, InterruptedException {
        Execution execution;
        try {
            execution = start(machineArn, name.orElse(null), input.text());
        } catch (RequestRefused e) {
            throw new StartRefused(e.reason().code(), String.valueOf(e.getMessage()));
        }
        try {
            ExecutionEnd end = execution.await();
            return new NestedResult(end.status() == ExecutionStatus.SUCCEEDED, NestedDescription.of(execution, end));
        } catch (InterruptedException e) {
            stop(execution.arn(), Optional.empty(), Optional.empty());
            throw e;
        }
    }

    /** Stops whatever runs and waits for it, at most ten seconds. */
    @Override
    public void close() {
        byArn.values().forEach(supervisor -> supervisor.stop(Optional.empty(), Optional.of("the runner is closing")));
        try {
            for (Supervisor supervisor : byArn.values()) {
                supervisor.execution().await(CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
