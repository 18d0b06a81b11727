package io.payscope.runner.asl;

import io.payscope.runner.asl.port.TimeKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes only when someone sleeps, or when a limited wait can never end because a function is stuck. */
final class ScriptedTime implements TimeKeeper {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration LONGEST_LIMIT = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean stuck = new AtomicBoolean();

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        pass(duration);
    }

    @Override
    public boolean join(Thread thread, Duration limit) throws InterruptedException {
        while (!thread.join(POLL)) {
            if (stuck.get() && limit.compareTo(LONGEST_LIMIT) <= 0) {
                pass(limit);
                return false;
            }
        }
        return true;
    }

    private void pass(Duration duration) {
        now.updateAndGet(instant -> duration.isPositive() ? instant.plus(duration) : instant);
    }

    /** A function will not return: limited waits are over at once from now on. */
    void somethingIsStuck() {
        stuck.set(true);
    }

    List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
