package io.payscope.core.audit;

import java.util.List;

/** Reads the audit log. */
public interface AuditLog {

    /**
     * Reads entries in order.
     *
     * @param after number of the entry before the first wanted, 0 for all
     * @param limit at most so many
     */
    List<AuditEntry> after(long after, int limit);

    /** @return the last entry at this moment */
    AuditHead head();
}
