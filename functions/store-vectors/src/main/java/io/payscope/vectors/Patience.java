package io.payscope.vectors;

import io.payscope.core.fault.TransientFault;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits for something that becomes true by itself.
 *
 * @param longest how long
 */
record Patience(Duration longest) {

    /** What the vector index is given to show what was written. */
    static final Patience TWO_MINUTES = new Patience(Duration.ofMinutes(2));

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /**
     * Asks again and again, ever less often, until nothing is missing.
     *
     * @param missing says what is missing, or is empty
     * @throws TransientFault naming what is still missing at the end
     */
    void await(Supplier<String> missing) {
        long deadline = System.nanoTime() + longest.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        for (String found = missing.get(); !found.isEmpty(); found = missing.get()) {
            if (System.nanoTime() >= deadline) {
                throw new TransientFault("vector index: after " + longest.toSeconds() + " s still " + found);
            }
            sleep(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFault("interrupted while waiting for the vector index", e);
        }
    }
}
