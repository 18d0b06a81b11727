package io.payscope.runner.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/** The two ways of making load. */
final class Load {

    private Load() {}

    /** One call after the other: what a caller sees who waits for each answer. */
    static Latencies closed(int calls, IntPredicate call) {
        long[] nanos = new long[calls];
        int errors = 0;
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            errors += call.test(i) ? 0 : 1;
            nanos[i] = System.nanoTime() - start;
        }
        return new Latencies(nanos, errors);
    }

    /**
     * Calls at fixed times, whether or not those before have been answered. A latency counts from the time at which
     * its call was due, so a stall is paid by every call that it holds up (no coordinated omission).
     *
     * @param perSecond calls due in a second
     * @param span how long calls are made
     * @param call makes the call of a number; false if it was not answered with success
     */
    static Latencies open(int perSecond, Duration span, IntPredicate call) {
        int calls = Math.toIntExact(perSecond * span.toSeconds());
        long step = Duration.ofSeconds(1).toNanos() / perSecond;
        long[] nanos = new long[calls];
        AtomicInteger errors = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                int number = i;
                long due = start + i * step;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                callers.execute(() -> {
                    if (!call.test(number)) {
                        errors.incrementAndGet();
                    }
                    nanos[number] = System.nanoTime() - due;
                });
            }
        }
        return new Latencies(nanos, errors.get());
    }
}
