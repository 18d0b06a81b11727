package io.payscope.core.fault;

/** A setting, a permission or a library is missing or wrong: no retry, the message goes to whoever operates the system. */
public final class ConfigFault extends Fault {

    /** @param message what was being done, what was expected and what was found */
    public ConfigFault(String message) {
        super(message, null);
    }

    /**
     * @param message what was being done, what was expected and what was found
     * @param cause what was caught
     */
    public ConfigFault(String message, Throwable cause) {
        super(message, cause);
    }
}
