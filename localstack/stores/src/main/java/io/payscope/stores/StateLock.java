package io.payscope.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps a second process off a state folder. The system gives the lock back when its holder ends, however it ends. */
final class StateLock implements AutoCloseable {

    private static final long POLL_MILLISECONDS = 100;

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, waiting for another process to give it back.
     *
     * @param patience how long to wait
     * @param notice told once, if there is something to wait for
     * @throws StartFailure if it is still held after that
     */
    static StateLock take(Path state, Duration patience, Consumer<String> notice) throws IOException {
        Path file = state.resolve("stores.lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        FileLock lock = channel.tryLock();
        while (lock == null) {
            String holder = Files.readString(file).strip();
            if (!told) {
                notice.accept(
                        "Waiting up to " + patience.toSeconds() + " s for process " + holder + ", which uses " + state);
                told = true;
            }
            if (System.nanoTime() > deadline) {
                channel.close();
                throw StartFailure.locked("Process " + holder + " uses " + state
                        + " (stores.lock). Stop it, or choose another state folder");
            }
            pause();
            lock = channel.tryLock();
        }
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
        return new StateLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the state folder", e);
        }
    }
}
