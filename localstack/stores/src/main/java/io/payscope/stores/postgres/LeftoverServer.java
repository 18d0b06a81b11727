package io.payscope.stores.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the server processes that outlived a killed parent. A process is taken for one of ours only if it runs the
 * program {@code postgres} in our data directory, so a number that went to somebody else is never signalled.
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final long FAST_STOP_SECONDS = 10;
    private static final long POLL_MILLISECONDS = 20;

    private LeftoverServer() {}

    /**
     * Stops a live server of the data directory and removes a lock file that no server holds.
     *
     * @throws IOException if one of its processes cannot be ended
     */
    static void end(Path data) throws IOException {
        Path lockFile = data.resolve("postmaster.pid");
        List<ProcessHandle> alive = processesIn(data);
        if (!alive.isEmpty()) {
            LOG.warn("PostgreSQL of a killed run is still alive ({} processes), stopping it", alive.size());
            interruptPostmaster(lockFile, alive);
            if (!awaitEnd(data)) {
                processesIn(data).forEach(ProcessHandle::destroyForcibly);
                if (!awaitEnd(data)) {
                    throw new IOException("Processes of PostgreSQL in " + data + " cannot be ended: "
                            + processesIn(data).stream().map(ProcessHandle::pid).toList());
                }
            }
        }
        if (Files.deleteIfExists(lockFile)) {
            LOG.warn("Removed {}, which a killed PostgreSQL left", lockFile);
        }
    }

    /** @return live processes that run postgres with the data directory as their working directory */
    static List<ProcessHandle> processesIn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> isPostgresIn(data, process.pid()))
                .toList();
    }

    private static boolean isPostgresIn(Path data, long pid) {
        try {
            Path process = Path.of("/proc", Long.toString(pid));
            return Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(data);
        } catch (IOException e) {
            LOG.trace("Process {} ended, or is somebody else's", pid, e);
            return false;
        }
    }

    /** Interrupting means a fast stop: open sessions are ended. Java itself can only ask for the slow stop. */
    private static void interruptPostmaster(Path lockFile, List<ProcessHandle> alive) throws IOException {
        if (!Files.exists(lockFile)) {
            return;
        }
        String postmaster = Files.readAllLines(lockFile).getFirst().strip();
        if (alive.stream().noneMatch(process -> Long.toString(process.pid()).equals(postmaster))) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", postmaster)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping PostgreSQL", e);
        }
    }

    private static boolean awaitEnd(Path data) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAST_STOP_SECONDS);
        while (!processesIn(data).isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while stopping PostgreSQL", e);
            }
        }
        return true;
    }
}
