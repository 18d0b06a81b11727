package io.payscope.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The stores process as its starter sees it: a child that ends when this object is closed, and also when the starter is
 * killed, because its standard input then ends. Needs nothing but the JDK and {@link StoreEndpoints}.
 */
public final class StoresProcess implements AutoCloseable {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Process process;
    private final StoreEndpoints endpoints;

    private StoresProcess(Process process, StoreEndpoints endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    /**
     * Starts the stores and waits until they are ready.
     *
     * @param java program to run, of JDK 25
     * @param jvmOptions the {@code jvm.options} of this module
     * @param classPath of the stores: the module's classes and the content of {@code target/classpath}
     * @param state folder that the stores keep everything in
     * @param options further arguments, such as ports
     * @param patience how long to wait
     * @throws IOException if they do not get ready; the message is that of the process
     */
    public static StoresProcess start(
            Path java, Path jvmOptions, String classPath, Path state, List<String> options, Duration patience)
            throws IOException {
        Path errors = Files.createDirectories(state.resolve("logs")).resolve("process.err");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "@" + jvmOptions,
                "-cp",
                classPath,
                "io.payscope.stores.StoresMain",
                "--state",
                state.toString()));
        command.addAll(options);
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try {
            if (!isReady(process, patience)) {
                throw new IOException("The stores ended with code " + process.waitFor() + ": "
                        + Files.readString(errors).strip());
            }
            return new StoresProcess(process, StoreEndpoints.read(state));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the stores started", e);
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
    }

    /** @return where the stores are */
    public StoreEndpoints endpoints() {
        return endpoints;
    }

    /** @return the process, to watch or to kill */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks the stores to stop, waits for it, and ends them by force after 15 s. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(Process process, Duration patience) throws IOException, InterruptedException {
        BufferedReader out = process.inputReader();
        CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(
                () -> out.lines().anyMatch("READY"::equals),
                task -> Thread.ofPlatform().daemon().name("stores-output").start(task));
        try {
            return ready.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("The stores were not ready within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("The output of the stores cannot be read", e);
        }
    }
}
