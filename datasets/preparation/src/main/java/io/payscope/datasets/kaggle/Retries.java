package io.payscope.datasets.kaggle;

import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Repeats what broke off, with growing pauses. */
final class Retries {

    /** One attempt. */
    interface Attempt<T> {

        /**
         * Tries once.
         *
         * @throws IOException if another attempt may succeed
         */
        T run() throws IOException;
    }

    /** Tells how far the attempts have come: one that got further starts the count of failures anew. */
    interface Progress {
        long bytes();
    }

    /** An attempt that brought less has brought nothing. */
    private static final long PROGRESS_BYTES = 1 << 20;

    private static final double JITTER = 0.5;

    private final KaggleTimes times;
    private final RandomGenerator random;

    Retries(KaggleTimes times, RandomGenerator random) {
        this.times = times;
        this.random = random;
    }

    /**
     * Tries until an attempt succeeds.
     *
     * @param what is tried, for messages
     * @throws TransientFault if too many attempts in a row brought nothing, the server asks for too long a pause, or
     *     the thread is interrupted
     */
    <T> T run(String what, Progress progress, Attempt<T> attempt) {
        int failures = 0;
        long reached = progress.bytes();
        while (true) {
            try {
                return attempt.run();
            } catch (IOException e) {
                boolean further = progress.bytes() >= reached + PROGRESS_BYTES;
                reached = further ? progress.bytes() : reached;
                failures = further ? 1 : failures + 1;
                if (failures > times.retries()) {
                    throw new TransientFault(
                            what + ": gave up after " + failures + " attempts, the last: " + text(e), e);
                }
                waitBefore(what, failures, e);
            }
        }
    }

    private void waitBefore(String what, int failures, IOException failure) {
        if (failure instanceof Retry retry && retry.isAtOnce()) {
            return;
        }
        Optional<Duration> asked = failure instanceof Retry retry ? retry.retryAfter() : Optional.empty();
        if (asked.isPresent() && asked.get().compareTo(times.longestRetryAfter()) > 0) {
            throw new TransientFault(
                    what + ": " + failure.getMessage() + "; try again in "
                            + asked.get().toSeconds() + " s",
                    failure);
        }
        try {
            times.pause().pause(longer(asked.orElse(Duration.ZERO), backOff(failures)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFault(what + ": interrupted", e);
        }
    }

    /** Doubles from failure to failure. Users report that the server asks for too little, so this is the least. */
    private Duration backOff(int failures) {
        double millis =
                times.firstBackOff().toMillis() * Math.pow(2, failures - 1) * (1 + JITTER * random.nextDouble());
        return Duration.ofMillis((long) Math.min(millis, times.longestBackOff().toMillis()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String text(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
