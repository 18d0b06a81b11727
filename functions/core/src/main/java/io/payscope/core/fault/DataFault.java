package io.payscope.core.fault;

/** The data is wrong and stays wrong: no retry, the bank is set aside and the message goes to whoever sent the data. */
public final class DataFault extends Fault {

    /** @param message what was being done, what was expected and what was found */
    public DataFault(String message) {
        super(message, null);
    }

    /**
     * @param message what was being done, what was expected and what was found
     * @param cause what was caught
     */
    public DataFault(String message, Throwable cause) {
        super(message, cause);
    }
}
