package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Optional;

/**
 * Calls a function or another state machine.
 *
 * @param name its name
 * @param call what is called
 * @param timeoutSeconds longest time that one attempt may take
 * @param retry see {@link GuardedState}
 * @param catchers see {@link GuardedState}
 * @param exit see {@link GuardedState}
 */
public record TaskState(
        String name,
        Call call,
        Optional<Template> timeoutSeconds,
        List<Retrier> retry,
        List<Catcher> catchers,
        Exit exit)
        implements GuardedState {}
