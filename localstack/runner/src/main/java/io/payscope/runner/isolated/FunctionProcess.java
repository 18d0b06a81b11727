package io.payscope.runner.isolated;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running environment of a function: one process with its Runtime API, which takes one call after another. */
final class FunctionProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 5;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final RuntimeApiServer api;
    private final Process process;
    private final boolean isNative;
    private final long startNanos;
    private boolean called;

    private FunctionProcess(RuntimeApiServer api, Process process, boolean isNative, long startNanos) {
        this.api = api;
        this.process = process;
        this.isNative = isNative;
        this.startNanos = startNanos;
    }

    /**
     * Starts the process; it need not have started up when this returns.
     *
     * @param functionPackage what to start
     * @param command how
     * @param settings variables that the function's configuration sets
     * @param memoryMegabytes what the function is told of its size
     * @param log takes whatever it prints
     */
    static FunctionProcess start(
            FunctionPackage functionPackage,
            List<String> command,
            Map<String, String> settings,
            int memoryMegabytes,
            Path log) {
        String name = functionPackage.stage().function();
        RuntimeApiServer api = new RuntimeApiServer("arn:aws:lambda:us-east-1:000000000000:function:" + name);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(functionPackage.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(settings);
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TZ", ":UTC");
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", name);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMegabytes));
        environment.put("AWS_REGION", "us-east-1");
        environment.put("_HANDLER", FunctionPackage.HANDLER);
        environment.put("MAIN_CLASS", functionPackage.stage().mainClass());
        environment.put("LAMBDA_TASK_ROOT", functionPackage.folder().toString());
        environment.put(
                "LD_LIBRARY_PATH",
                functionPackage.folder() + ":" + functionPackage.folder().resolve("lib"));
        try {
            long startNanos = System.nanoTime();
            return new FunctionProcess(api, builder.start(), functionPackage.isNative(), startNanos);
        } catch (IOException e) {
            api.close();
            throw new ConfigFault(name + ": cannot start " + command.getFirst(), e);
        }
    }

    /** Whether it can take a call. */
    boolean isAlive() {
        return process.isAlive() && !api.startFailed();
    }

    /** Whether it is a native image. */
    boolean isNative() {
        return isNative;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it has used until now, after its first call; empty after every other. Asked by one thread at a time. */
    Optional<ProcessUse> firstUse() {
        if (called || !process.isAlive()) {
            return Optional.empty();
        }
        called = true;
        return Optional.of(ProcessUse.of(handle(), startNanos));
    }

    /**
     * Calls the function. After an error other than the function's own report the process is of no more use.
     *
     * @throws FunctionError if it failed, did not answer in time, or ended
     */
    byte[] call(byte[] event, long seconds) {
        String id = UUID.randomUUID().toString();
        long deadline = System.currentTimeMillis() + seconds * MILLIS_PER_SECOND;
        PendingCall call = new PendingCall(id, event, deadline, new CompletableFuture<>());
        CompletableFuture<?> exit = process.onExit()
                .thenAccept(ended -> call.outcome().completeExceptionally(FunctionError.exited(id, ended.exitValue())));
        api.offer(call);
        try {
            return call.outcome().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw FunctionError.timedOut(id, seconds);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FunctionError error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new CancellationException("the caller gave up");
        } finally {
            exit.cancel(false);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        api.close();
    }
}
