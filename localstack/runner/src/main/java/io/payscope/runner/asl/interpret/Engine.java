package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.history.HistoryListener;
import io.payscope.runner.asl.port.LambdaInvoker;
import io.payscope.runner.asl.port.NestedExecutions;
import io.payscope.runner.asl.port.Objects;
import io.payscope.runner.asl.port.TimeKeeper;
import java.util.Random;

/**
 * What all executions share.
 *
 * @param lambdas calls functions
 * @param objects reads items and writes results
 * @param nested starts executions for executions
 * @param time the engine's time
 * @param random jitter, names of executions, {@code $random}, {@code $uuid}; thread-safe
 * @param listener hears of every event
 */
public record Engine(
        LambdaInvoker lambdas,
        Objects objects,
        NestedExecutions nested,
        TimeKeeper time,
        Random random,
        HistoryListener listener) {}
