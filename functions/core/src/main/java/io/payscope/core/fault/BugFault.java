package io.payscope.core.fault;

/** A failure that none of the other three explains: a defect of ours. */
public final class BugFault extends Fault {

    /** @param message what was being done, what was expected and what was found */
    public BugFault(String message) {
        super(message, null);
    }

    /**
     * @param message what was being done, what was expected and what was found
     * @param cause what was caught
     */
    public BugFault(String message, Throwable cause) {
        super(message, cause);
    }
}
