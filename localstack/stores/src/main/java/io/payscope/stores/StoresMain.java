package io.payscope.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the stores until it is told to stop: by SIGTERM, or, unless {@code --detached}, by the end of standard input.
 * Whoever started it holds the other end of that pipe, so killing them ends the stores too.
 *
 * <p>Prints one line, {@code READY}, when {@code endpoints.json} is there. Exit codes: 0 stopped, 143 stopped by
 * SIGTERM, 1 broken, 2 usage, 4 state folder in use, 5 port in use. The flags that the process needs are in
 * {@code jvm.options} of this module.
 */
public final class StoresMain {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

    private StoresMain() {}

    /** @param arguments see {@link StoresOptions#USAGE} */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        // Standard output carries one line to the starter; a library that prints must not spoil it.
        System.setOut(System.err);
        try {
            run(StoresOptions.parse(arguments), out);
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        } catch (IOException e) {
            System.err.println("The stores did not start: " + e);
            System.exit(1);
        }
    }

    /** @return where a process logs */
    static Path logFolder(Path state) {
        return state.resolve("logs");
    }

    private static void run(StoresOptions options, PrintStream out) throws IOException {
        long begun = System.nanoTime();
        Path state = options.state();
        Files.createDirectories(logFolder(state));
        // Read by stores-logback.xml, before the first logger is made.
        System.setProperty("payscope.stores.logs", logFolder(state).toString());
        System.setProperty("logback.configurationFile", "stores-logback.xml");
        // Else the library tidies up in a folder that other programs of this machine use as well.
        System.setProperty(
                "ot.epg.working-dir", state.resolve("postgres").resolve("work").toString());
        StateLock lock = StateLock.take(state, LOCK_PATIENCE, System.err::println);
        Files.deleteIfExists(StoreEndpoints.fileIn(state));
        Logger log = LoggerFactory.getLogger(StoresMain.class);
        log.info("Starting in {}", state);
        RunningStores stores = RunningStores.begin(options, Secrets.of(state));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stores, lock, state, log), "stop"));
        if (!options.detached()) {
            Thread.ofPlatform().daemon().name("stdin").start(() -> exitAtEnd(System.in, log));
        }
        stores.awaitReady().write(state);
        log.info("Ready after {} ms", (System.nanoTime() - begun) / 1_000_000);
        out.println("READY");
        out.flush();
        awaitForever();
    }

    /** The lock goes last; until then the next process waits. */
    private static void stop(RunningStores stores, StateLock lock, Path state, Logger log) {
        log.info("Stopping");
        try (lock) {
            Files.deleteIfExists(StoreEndpoints.fileIn(state));
            stores.close();
            log.info("Stopped");
        } catch (IOException e) {
            log.warn("Something stays behind in {}", state, e);
        }
    }

    private static void exitAtEnd(InputStream in, Logger log) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            log.info("Standard input ended");
        } catch (IOException e) {
            log.info("Standard input broke", e);
        }
        System.exit(0);
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
