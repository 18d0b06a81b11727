package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Optional;

/**
 * Runs several flows on the same input.
 *
 * @param name its name
 * @param arguments input of every branch, or empty for the state's own
 * @param branches the flows
 * @param retry see {@link GuardedState}
 * @param catchers see {@link GuardedState}
 * @param exit see {@link GuardedState}
 */
public record ParallelState(
        String name,
        Optional<Template> arguments,
        List<Flow> branches,
        List<Retrier> retry,
        List<Catcher> catchers,
        Exit exit)
        implements GuardedState {}
