package io.payscope.stores;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One store on its way up or down, in a thread of its own.
 *
 * @param <S> the store
 */
final class Launch<S extends AutoCloseable> {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private final String name;
    private final CompletableFuture<S> started;

    private Launch(String name, CompletableFuture<S> started) {
        this.name = name;
        this.started = started;
    }

    /**
     * How a store is started.
     *
     * @param <S> the store
     */
    @FunctionalInterface
    interface Starter<S> {
        S start() throws IOException;
    }

    /**
     * Begins to start a store.
     *
     * @param name for messages
     * @param port for messages, 0 for any
     */
    static <S extends AutoCloseable> Launch<S> begin(String name, int port, Starter<S> starter) {
        return new Launch<>(name, CompletableFuture.supplyAsync(() -> start(name, port, starter), thread(name)));
    }

    /** @throws StartFailure if the store did not start */
    S await() {
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Stops stores side by side and returns when all have stopped. */
    static void endAll(Launch<?>... launches) {
        CompletableFuture.allOf(Stream.of(launches).map(Launch::end).toArray(CompletableFuture[]::new))
                .join();
    }

    private CompletableFuture<?> end() {
        return started.handleAsync(
                (store, failure) -> {
                    if (store != null) {
                        stop(store);
                    }
                    return name;
                },
                thread(name));
    }

    private void stop(S store) {
        long begun = System.nanoTime();
        try {
            store.close();
            LOG.info("{} stopped in {} ms", name, milliseconds(begun));
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", name, e);
        }
    }

    private static <S> S start(String name, int port, Starter<S> starter) {
        long begun = System.nanoTime();
        try {
            S store = starter.start();
            LOG.info("{} ready in {} ms", name, milliseconds(begun));
            return store;
        } catch (BindException e) {
            throw StartFailure.portTaken("Port " + port + " of " + name + " is in use by another program", e);
        } catch (IOException | RuntimeException e) {
            LOG.error("{} did not start", name, e);
            throw StartFailure.broken(name + " did not start: " + e.getMessage(), e);
        }
    }

    private static Executor thread(String name) {
        return task -> Thread.ofPlatform().daemon().name(name).start(task);
    }

    private static long milliseconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
