package io.payscope.datasets.kaggle;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.wire.json.JsonCodec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A download as far as it has come. What it is a part of is kept beside it, so that another process can go on from
 * there. One process holds it at a time. Not thread-safe.
 */
final class PartialFile implements Closeable {

    private final Path file;
    private final Path note;
    private final FileChannel channel;
    private Validator validator;

    private PartialFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.note = file.resolveSibling(file.getFileName() + ".json");
        this.channel = channel;
        this.validator = read(note);
        channel.position(channel.size());
    }

    /**
     * Opens or creates it.
     *
     * @throws TransientFault if another process holds it, or it cannot be written
     */
    static PartialFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new PartialFile(file, channel);
                }
            } catch (OverlappingFileLockException heldHere) {
                channel.close();
                throw new TransientFault(file.getFileName() + ": is being downloaded by this process", heldHere);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close();
            throw new TransientFault(file.getFileName() + ": is being downloaded by another process");
        } catch (IOException e) {
            throw stopped(file, e);
        }
    }

    private static Validator read(Path note) throws IOException {
        try {
            return Files.exists(note) ? JsonCodec.decode(Files.readAllBytes(note), Validator.class) : Validator.NONE;
        } catch (DataFault brokenNote) {
            return Validator.NONE;
        }
    }

    /** What the bytes at hand are a part of. */
    Validator validator() {
        return validator;
    }

    /** How many bytes there are. */
    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw stopped(file, e);
        }
    }

    Path path() {
        return file;
    }

    /** Drops what there is and begins anew. */
    void restart(Validator expected) {
        try {
            channel.truncate(0);
            channel.position(0);
            Files.write(note, JsonCodec.encode(expected));
            validator = expected;
        } catch (IOException e) {
            throw stopped(file, e);
        }
    }

    void append(byte[] bytes, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw stopped(file, e);
        }
    }

    /** Removes it, finished or useless. */
    void delete() {
        try {
            channel.close();
            Files.deleteIfExists(file);
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw stopped(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw stopped(file, e);
        }
    }

    /** Trouble of the disk must not look like trouble of the network, which is retried. */
    private static TransientFault stopped(Path file, IOException e) {
        return new TransientFault(file + ": cannot be written", e);
    }
}
