package io.payscope.core.port;

/** Append-only record of who asked for what across banks. */
public interface AuditTrail {

    /**
     * Appends an entry.
     *
     * @param principal who asked, or {@code anonymous}
     * @param action what was asked for
     * @param outcome {@code ALLOWED} or {@code DENIED} with the reason
     */
    void append(String principal, String action, String outcome);
}
