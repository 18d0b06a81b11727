package io.payscope.runner.asl.model;

/** Where a state leads. */
public sealed interface Transition {

    /**
     * On to another state of the same flow.
     *
     * @param state its name
     */
    record Next(String state) implements Transition {}

    /** The flow ends here. */
    record End() implements Transition {}
}
