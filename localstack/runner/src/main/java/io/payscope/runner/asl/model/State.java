package io.payscope.runner.asl.model;

/** One state of a flow. */
public sealed interface State permits GuardedState, ChoiceState, PassState, WaitState, SucceedState, FailState {

    /** @return its name, unique in the whole definition */
    String name();
}
