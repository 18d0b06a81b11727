package io.payscope.runner.asl.port;

import io.payscope.runner.asl.json.Payload;
import java.util.Optional;

/** Starts executions on behalf of a running one. */
@FunctionalInterface
public interface NestedExecutions {

    /**
     * Starts an execution and waits for its end. If the waiting thread is interrupted, the execution is stopped.
     *
     * @param stateMachineArn which state machine
     * @param name name of the execution, or empty for a new one
     * @param input its input
     * @return how it ended
     * @throws StartRefused if it was not started
     */
    NestedResult runToEnd(String stateMachineArn, Optional<String> name, Payload input)
            throws StartRefused, InterruptedException;

    /** An execution could not be started. */
    final class StartRefused extends Exception {

        private final String error;

        /**
         * @param error name of the service's error, for example {@code StateMachineDoesNotExist}
         * @param message what was expected and found
         */
        public StartRefused(String error, String message) {
            super(message);
            this.error = error;
        }

        /** @return name of the service's error */
        public String error() {
            return error;
        }
    }
}
