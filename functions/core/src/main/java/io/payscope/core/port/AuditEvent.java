package io.payscope.core.port;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put on record. It never contains a token or another secret.
 *
 * @param principal who asked, or {@code anonymous}
 * @param role the principal's role, or empty where none is known
 * @param bank the bank it is about, or null where it is about none or several
 * @param action what was asked for, such as a route
 * @param outcome what came of it
 * @param detail one line for people, may be empty
 */
public record AuditEvent(
        String principal, String role, @Nullable BankId bank, String action, Outcome outcome, String detail) {

    /** What came of an action. */
    public enum Outcome {
        /** The principal may do it; it is about to be done. */
        ALLOWED,
        /** The principal may not do it. */
        DENIED,
        /** It was done. */
        DONE,
        /** It was begun and did not come to its end. */
        FAILED
    }
}
