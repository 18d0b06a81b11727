package io.payscope.core.port;

/** Append-only record of who asked for what, and what came of it. */
@FunctionalInterface
public interface AuditTrail {

    /**
     * Appends an entry.
     *
     * @throws io.payscope.core.fault.TransientFault if it could not be written now
     */
    void append(AuditEvent event);
}
