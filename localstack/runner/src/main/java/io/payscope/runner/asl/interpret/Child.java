package io.payscope.runner.asl.interpret;

import java.time.Instant;

/**
 * An item of a Distributed Map that was run.
 *
 * @param identity the execution it ran as
 * @param outcome how it ended
 * @param stopped when it ended
 */
record Child(Identity identity, ExecutionRun.Outcome outcome, Instant stopped) {

    boolean succeeded() {
        return outcome instanceof ExecutionRun.Outcome.Succeeded;
    }
}
