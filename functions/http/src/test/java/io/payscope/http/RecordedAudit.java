package io.payscope.http;

import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditTrail;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told, and is down when told so. */
public final class RecordedAudit implements AuditTrail {

    private final List<AuditEvent> events = new ArrayList<>();
    private boolean down;

    @Override
    public void append(AuditEvent event) {
        if (down) {
            throw new TransientFault("host db-17 does not answer");
        }
        events.add(event);
    }

    /** @return what was recorded */
    public List<AuditEvent> events() {
        return events;
    }

    /** Stops or resumes taking entries. */
    public void down(boolean isDown) {
        down = isDown;
    }
}
