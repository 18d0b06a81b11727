package io.payscope.core.fault;

import org.jspecify.annotations.Nullable;

/**
 * The way a stage fails. The state machines name these four and nothing else, so every failure of a stage is mapped
 * to one of them before it leaves the function.
 */
public abstract sealed class Fault extends RuntimeException permits TransientFault, DataFault, ConfigFault, BugFault {

    Fault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
