package io.payscope.runner.asl.history;

/** Hears of every event as it happens, in order within one execution. Must return soon and must not throw. */
@FunctionalInterface
public interface HistoryListener {

    /**
     * An event happened.
     *
     * @param executionArn in which execution; a child of a Distributed Map has an ARN of its own
     * @param event what happened
     */
    void onEvent(String executionArn, HistoryEvent event);
}
