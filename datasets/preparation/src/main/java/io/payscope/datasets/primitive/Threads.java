package io.payscope.datasets.primitive;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that share the work on one dataset. */
public final class Threads {

    private Threads() {}

    /**
     * Starts threads that do not keep the process alive.
     *
     * @param count of threads
     * @param name what their names begin with
     */
    public static ExecutorService start(int count, String name) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /**
     * Waits for a result.
     *
     * @throws Fault the fault that the work ended with; a {@link BugFault} for any other exception of it
     * @throws IOException the one that the work ended with
     */
    public static <T> T await(Future<T> result) throws IOException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFault("waiting for other threads was interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Fault fault -> throw fault;
                case IOException failed -> throw failed;
                case null, default -> throw new BugFault("work in another thread failed", e);
            }
        }
    }
}
