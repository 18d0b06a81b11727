package io.payscope.http;

import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands entries to the audit trail. Calls without a valid token cost nobody anything, so they must not be able to fill
 * the trail: of those, {@value #ANONYMOUS_A_MINUTE} a minute are written one by one and the rest as one entry with
 * their number, once the minute is over and the next call comes. Each is in the log. An entry that may wait and cannot
 * be written is kept, up to {@value #MAX_WAITING}, and written before the next one. Thread-safe.
 */
public final class AuditDesk {

    /** Who it is that sends no valid token. */
    static final String ANONYMOUS = "anonymous";

    static final int ANONYMOUS_A_MINUTE = 10;
    static final int MAX_WAITING = 256;

    private static final Logger LOG = LoggerFactory.getLogger(AuditDesk.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MAX_DETAIL = 200;

    private final AuditTrail trail;
    private final InstantSource clock;
    private final Deque<AuditEvent> waiting = new ArrayDeque<>();
    private Instant windowEnd = Instant.MIN;
    private Instant retryAt = Instant.MIN;
    private int inWindow;
    private long dropped;

    public AuditDesk(AuditTrail trail) {
        this(trail, InstantSource.system());
    }

    AuditDesk(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Records an allowed call; where the record is required, a fault of the trail passes through. */
    void allowed(AuditEvent event, Recording recording) {
        summarize();
        if (recording == Recording.REQUIRED) {
            trail.append(event);
        } else {
            defer(event);
        }
        flush();
    }

    /** Records a denial of someone who is known. Never fails. */
    void denied(String principal, String role, @Nullable BankId bank, Policy route, String reason) {
        String safe = safe(reason);
        LOG.warn("{} denied with 403: {}", route.routeKey(), safe);
        summarize();
        defer(new AuditEvent(principal, role, bank, route.routeKey(), AuditEvent.Outcome.DENIED, "403 " + safe));
        flush();
    }

    /** Records a call without a valid token, or counts it. Never fails. */
    void anonymous(Policy route, String reason) {
        String safe = safe(reason);
        LOG.warn("{} denied with 401: {}", route.routeKey(), safe);
        summarize();
        if (counted() <= ANONYMOUS_A_MINUTE) {
            defer(new AuditEvent(ANONYMOUS, "", null, route.routeKey(), AuditEvent.Outcome.DENIED, "401 " + safe));
        }
        flush();
    }

    /** @return how many of this minute there are with this one */
    private synchronized int counted() {
        if (inWindow == 0) {
            windowEnd = clock.instant().plus(WINDOW);
        }
        return ++inWindow;
    }

    private synchronized void summarize() {
        if (inWindow > 0 && !clock.instant().isBefore(windowEnd)) {
            int more = inWindow - ANONYMOUS_A_MINUTE;
            inWindow = 0;
            if (more > 0) {
                defer(new AuditEvent(
                        ANONYMOUS,
                        "",
                        null,
                        "any route",
                        AuditEvent.Outcome.DENIED,
                        "401 " + more + " more calls without a valid token up to " + windowEnd));
            }
        }
    }

    private synchronized void defer(AuditEvent event) {
        if (waiting.size() >= MAX_WAITING) {
            dropped++;
            LOG.error("audit entry lost, {} so far: {}", dropped, event);
            return;
        }
        waiting.addLast(event);
    }

    /** One caller at a time writes what waits; after a failure nothing is tried for a few seconds. */
    private synchronized void flush() {
        if (clock.instant().isBefore(retryAt)) {
            return;
        }
        while (!waiting.isEmpty()) {
            try {
                trail.append(waiting.getFirst());
                waiting.removeFirst();
            } catch (Fault fault) {
                retryAt = clock.instant().plus(PAUSE);
                LOG.error("{} audit entries wait, the first is {}", waiting.size(), waiting.getFirst(), fault);
                return;
            }
        }
    }

    /** One line of bounded length: parts of a reason come from the caller. */
    private static String safe(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), MAX_DETAIL));
    }
}
