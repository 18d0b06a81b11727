package io.payscope.runner.asl.history;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.port.TimeKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The events of one execution, held in memory. Thread-safe. */
public final class History {

    /** Events that AWS lets one execution have. */
    public static final int MOST_EVENTS = 25_000;

    private final String executionArn;
    private final TimeKeeper time;
    private final HistoryListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<HistoryEvent> events = new ArrayList<>();

    /**
     * @param executionArn whose events
     * @param time stamps them
     * @param listener hears of them
     */
    public History(String executionArn, TimeKeeper time, HistoryListener listener) {
        this.executionArn = executionArn;
        this.time = time;
        this.listener = listener;
    }

    /**
     * Adds an event.
     *
     * @param previous id of the event that led to it, 0 if none did
     * @return its id
     * @throws StateFailure {@value ErrorNames#RUNTIME} if there are too many events; the last one still fits
     */
    public long record(long previous, EventType type, EventDetails details) {
        lock.lock();
        try {
            if (events.size() >= MOST_EVENTS - 1 && !type.endsExecution()) {
                throw new StateFailure(
                        ErrorNames.RUNTIME,
                        "The execution reached the maximum number of history events (" + MOST_EVENTS + ").");
            }
            HistoryEvent event = new HistoryEvent(events.size() + 1, previous, time.now(), type, details);
            events.add(event);
            listener.onEvent(executionArn, event);
            return event.id();
        } finally {
            lock.unlock();
        }
    }

    /** @return the events so far, oldest first */
    public List<HistoryEvent> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }
}
