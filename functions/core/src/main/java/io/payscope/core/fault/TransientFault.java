package io.payscope.core.fault;

/** A store or service did not answer as it should just now: the same call may succeed later, so it is retried. */
public final class TransientFault extends Fault {

    /** @param message what was being done, what was expected and what was found */
    public TransientFault(String message) {
        super(message, null);
    }

    /**
     * @param message what was being done, what was expected and what was found
     * @param cause what was caught
     */
    public TransientFault(String message, Throwable cause) {
        super(message, cause);
    }
}
