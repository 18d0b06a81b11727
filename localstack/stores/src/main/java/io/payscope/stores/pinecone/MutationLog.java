package io.payscope.stores.pinecone;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes of one index in one append-only file. A record is the length of the message (int), a CRC32C over what
 * follows (int), the kind of change (byte) and the message.
 *
 * <p>An append has been handed to the operating system before it returns, so it survives the end of the process,
 * kill -9 included. It is not forced to the disk: a power cut may lose the last changes, never the earlier ones.
 */
final class MutationLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MutationLog.class);
    private static final int HEADER_BYTES = 9;
    private static final int LARGEST_MESSAGE_BYTES = 128 << 20;

    private final Path file;
    private FileChannel channel;
    private long length;

    private MutationLog(Path file, FileChannel channel, long length) {
        this.file = file;
        this.channel = channel;
        this.length = length;
    }

    /**
     * Replays the file, if there is one, and opens it for appending. A last record that was not written whole, as a
     * killed process leaves it, is dropped with a message: its caller was never told of success.
     *
     * @throws IOException if a record other than the last is damaged
     */
    static MutationLog open(Path file, Consumer<Mutation> replay) throws IOException {
        long whole = Files.exists(file) ? replay(file, replay) : 0;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (whole < channel.size()) {
            LOG.warn("{}: dropping a torn last record, {} bytes from byte {}", file, channel.size() - whole, whole);
            channel.truncate(whole);
        }
        channel.position(whole);
        return new MutationLog(file, channel, whole);
    }

    /** @return size of the file in bytes */
    long length() {
        return length;
    }

    /** Appends a change; when that fails the file is as before. */
    void append(Mutation mutation) throws IOException {
        try {
            length += write(channel, mutation);
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
    }

    /** Replaces the file by one that holds these changes only; until it is whole the old one stays. */
    void rewrite(Stream<Mutation> state) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        FileChannel fresh = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try (Stream<Mutation> changes = state) {
            long written = 0;
            for (Mutation mutation : (Iterable<Mutation>) changes::iterator) {
                written += write(fresh, mutation);
            }
            fresh.force(false);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel.close();
            channel = fresh;
            length = written;
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static long write(FileChannel channel, Mutation mutation) throws IOException {
        byte[] message = mutation.message().toByteArray();
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + message.length);
        buffer.putInt(message.length)
                .putInt(checksum(mutation.kind(), message))
                .put(mutation.kind())
                .put(message)
                .flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        return HEADER_BYTES + message.length;
    }

    private static long replay(Path file, Consumer<Mutation> replay) throws IOException {
        long size = Files.size(file);
        long position = 0;
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(raw, 1 << 16))) {
            while (size - position >= HEADER_BYTES) {
                int bytes = in.readInt();
                int checksum = in.readInt();
                byte kind = in.readByte();
                long end = position + HEADER_BYTES + bytes;
                if (end > size) {
                    return position;
                }
                if (bytes < 0 || bytes > LARGEST_MESSAGE_BYTES) {
                    throw damaged(file, position);
                }
                byte[] message = in.readNBytes(bytes);
                if (checksum(kind, message) != checksum) {
                    if (end == size) {
                        return position;
                    }
                    throw damaged(file, position);
                }
                replay.accept(Mutation.of(kind, message));
                position = end;
            }
        }
        return position;
    }

    private static IOException damaged(Path file, long position) {
        return new IOException("Damaged record at byte " + position + " of " + file
                + "; delete the state folder of the vector store and load the vectors again");
    }

    private static int checksum(byte kind, byte[] message) {
        CRC32C checksum = new CRC32C();
        checksum.update(kind);
        checksum.update(message);
        return (int) checksum.getValue();
    }
}
