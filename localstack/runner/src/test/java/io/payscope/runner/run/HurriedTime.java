package io.payscope.runner.run;

import io.payscope.runner.asl.port.TimeKeeper;
import java.time.Duration;
import java.time.Instant;

/** Real time, but nobody waits in it. */
final class HurriedTime implements TimeKeeper {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public boolean join(Thread thread, Duration limit) throws InterruptedException {
        return thread.join(limit);
    }
}
