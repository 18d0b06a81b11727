package io.payscope.runner.run;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that a run leaves its results and keeps its state in. One runner at a time holds it. */
public final class OutFolder implements AutoCloseable {

    private static final String LOCK = "runner.lock";
    private static final String PID = "runner.pid";

    /** Read by the log configuration when the first line is logged, which is after the folder is taken. */
    private static final String LOGS = "payscope.logs";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private OutFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it if need be.
     *
     * @throws ConfigFault if another runner holds it, naming that runner's process, or it cannot be written
     */
    public static OutFolder take(Path root) {
        try {
            Path absolute = Files.createDirectories(root.toAbsolutePath().normalize());
            FileChannel channel =
                    FileChannel.open(absolute.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new ConfigFault(absolute + " is in use by process "
                        + runner(absolute).map(String::valueOf).orElse("unknown")
                        + ": stop it with 'payscope-local stop --out " + root + "' or give another --out");
            }
            System.setProperty(
                    LOGS, Files.createDirectories(absolute.resolve("logs")).toString());
            Files.writeString(
                    absolute.resolve(PID), Long.toString(ProcessHandle.current().pid()));
            return new OutFolder(absolute, channel, lock);
        } catch (IOException e) {
            throw new ConfigFault("cannot use " + root + " as the output folder", e);
        }
    }

    /** @return process id of the runner that took the folder last, alive or not, or empty if none did */
    public static Optional<Long> runner(Path root) {
        Path file = root.resolve(PID);
        try {
            return Files.exists(file)
                    ? Optional.of(Long.valueOf(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            throw new ConfigFault("cannot read " + file, e);
        }
    }

    /** @return the folder itself */
    public Path root() {
        return root;
    }

    /** @return the folder that the stores keep their data in */
    public Path state() {
        return root.resolve("state");
    }

    /** @return whether an earlier run left its stores here */
    public boolean hasState() {
        return Files.isDirectory(state());
    }

    /** Removes what the stores keep. */
    public void deleteState() {
        try (Stream<Path> files = Files.walk(state())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ConfigFault("cannot remove " + state(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(root.resolve(PID));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new ConfigFault("cannot give " + root + " back", e);
        }
    }
}
