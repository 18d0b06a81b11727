package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.StateFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own.
 *
 * @param <T> what it gives
 */
public final class Fork<T> {

    private final FutureTask<T> work;
    private final Thread thread;

    private Fork(FutureTask<T> work, Thread thread) {
        this.work = work;
        this.thread = thread;
    }

    /** Starts work on a thread as the builder makes it. */
    public static <T> Fork<T> start(Thread.Builder threads, Callable<T> body) {
        FutureTask<T> work = new FutureTask<>(body);
        return new Fork<>(work, threads.start(work));
    }

    /** @return the thread, to be waited for or interrupted */
    public Thread thread() {
        return thread;
    }

    /** Interrupts the work and waits until it has ended, however often the waiting thread is itself interrupted. */
    public void stop() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What the work gave; waits for it.
     *
     * @throws StateFailure if the work failed so
     * @throws InterruptedException if the work or the waiting thread was interrupted
     */
    public T result() throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException defect -> throw defect;
                case Error defect -> throw defect;
                case null, default -> throw new IllegalStateException("the work of " + thread.getName() + " failed", e);
            }
        }
    }
}
