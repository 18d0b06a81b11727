package io.payscope.runner.asl.port;

import java.time.Duration;
import java.time.Instant;

/** The engine's time. Tests replace it, so that nothing has to wait. */
public interface TimeKeeper {

    /** @return the time, UTC */
    Instant now();

    /** Lets time pass; none if the duration is zero or negative. */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits for a thread to end.
     *
     * @return whether it ended within the limit
     */
    boolean join(Thread thread, Duration limit) throws InterruptedException;
}
