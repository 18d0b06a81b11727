package io.payscope.runner.run;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that a run leaves its results and keeps its state in. One runner at a time holds it. */
public final class OutFolder implements AutoCloseable {

    private static final String LOCK = "runner.lock";
    private static final String PID = "runner.pid";

    /** Read by the log configuration when the first line is logged, which is after the folder is taken. */
    private static final String LOGS = "payscope.logs";

    /**
     * LightGBM's library is unpacked below this property under one fixed name: two runners that share the folder
     * overwrite what the other one has mapped, and both crash.
     */
    private static final String THROW_AWAY = "state.throw-away";

    private static final String TEMPORARY = "java.io.tmpdir";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;
    private final String formerTemporary = System.getProperty(TEMPORARY);

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
            FileLock lock = lock(channel);
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
            OutFolder folder = new OutFolder(absolute, channel, lock);
            deleteTree(folder.temporary());
            System.setProperty(
                    TEMPORARY, Files.createDirectory(folder.temporary()).toString());
            return folder;
        } catch (IOException e) {
            throw new ConfigFault("cannot use " + root + " as the output folder", e);
        }
    }

    /** The lock, or null if another runner, of this process or another one, holds it. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Path temporary() {
        return root.resolve("tmp");
    }

    /**
     * The runner that holds the folder now. The lock tells, which the system takes back when its holder ends, however it
     * ends: a process id is used again, and a command line as long as a runner's is not shown whole.
     *
     * @return its process id, or empty if none holds it
     * @throws ConfigFault if the folder cannot be read
     */
    public static Optional<Long> holder(Path root) {
        Path file = root.resolve(LOCK);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lock(channel) == null ? runner(root) : Optional.empty();
        } catch (IOException e) {
            throw new ConfigFault("cannot look at " + file, e);
        }
    }

    /** Process id of the runner that took the folder last, alive or not, or empty if none did. */
    private static Optional<Long> runner(Path root) {
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

    /** @return a folder for unpacked functions, which is gone after the run */
    public Path functions() {
        return temporary().resolve("functions");
    }

    /** @return the folder of the logs */
    public Path logs() {
        return root.resolve("logs");
    }

    /** @return whether an earlier run left its stores here */
    public boolean hasState() {
        return Files.isDirectory(state());
    }

    /**
     * Decides, before the stores start, what becomes of their data after the run. Data that an earlier run or {@code up}
     * kept stays kept; data of a run that was killed before it could remove them does not.
     *
     * @param keep whether this run was asked to keep them
     * @return whether they are to be removed at the end
     */
    public boolean dropsStateAfterRun(boolean keep) {
        Path marker = root.resolve(THROW_AWAY);
        try {
            if (keep) {
                Files.deleteIfExists(marker);
            } else if (!hasState()) {
                Files.writeString(marker, "the stores' data in " + state() + " are of a run without --keep\n");
            }
            return Files.exists(marker);
        } catch (IOException e) {
            throw new ConfigFault("cannot write " + marker, e);
        }
    }

    /** Removes what the stores keep. */
    public void deleteState() {
        try {
            deleteTree(state());
            Files.deleteIfExists(root.resolve(THROW_AWAY));
        } catch (IOException e) {
            throw new ConfigFault("cannot remove " + state(), e);
        }
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> files = Files.walk(top)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            System.setProperty(TEMPORARY, formerTemporary);
            deleteTree(temporary());
            Files.deleteIfExists(root.resolve(PID));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new ConfigFault("cannot give " + root + " back", e);
        }
    }
}
