package io.payscope.runner.asl.model;

import java.util.List;

/** A state whose failures may be retried and caught. */
public sealed interface GuardedState extends State permits TaskState, MapState, ParallelState {

    /** @return what is retried, in order */
    List<Retrier> retry();

    /** @return what is caught, in order */
    List<Catcher> catchers();

    /** @return how it is left when it succeeds */
    Exit exit();
}
