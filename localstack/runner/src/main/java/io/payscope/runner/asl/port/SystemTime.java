package io.payscope.runner.asl.port;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time as it passes. */
public final class SystemTime implements TimeKeeper {

    private final Clock clock;

    /** @param clock tells the time; durations are those of the machine */
    public SystemTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }

    @Override
    public boolean join(Thread thread, Duration limit) throws InterruptedException {
        return thread.join(limit);
    }
}
