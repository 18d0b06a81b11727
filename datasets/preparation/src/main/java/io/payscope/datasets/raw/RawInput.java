package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * A window onto a file's bytes that grows with the record it has to hold. The scanner reads its fields directly, since
 * it looks at every byte. Not thread-safe.
 */
final class RawInput implements Closeable {

    private static final int INITIAL_BYTES = 1 << 17;
    private static final int UTF8_MARK_BYTES = 3;

    private final String name;
    private final InputStream in;
    private final boolean block;

    private long dropped;

    /** The bytes at hand. */
    byte[] bytes;

    /** Number of bytes at hand. */
    int filled;

    /** The first byte that no record has taken yet; what is before it may be dropped. */
    int next;

    /** Whether the file has no more bytes. */
    boolean ended;

    /** Holds the bytes of one block, which has no more to come. */
    RawInput(RawBlock block) {
        this.name = "block";
        this.in = InputStream.nullInputStream();
        this.bytes = block.bytes();
        this.filled = block.length();
        this.ended = block.isWhole();
        this.dropped = block.offset();
        this.block = true;
    }

    /** Reads the first bytes and passes over the mark of UTF-8. */
    RawInput(String name, InputStream in) throws IOException {
        this.name = name;
        this.in = in;
        this.bytes = new byte[INITIAL_BYTES];
        this.block = false;
        while (filled < UTF8_MARK_BYTES && !ended) {
            fill();
        }
        TextEncoding.checkMark(name, bytes, filled);
        boolean marked = filled >= UTF8_MARK_BYTES
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf;
        if (marked) {
            next = UTF8_MARK_BYTES;
        }
    }

    /**
     * Reads more, moving what has not been taken to the front.
     *
     * @return false if nothing has changed: the file had ended before, or the window is as large as it may be
     */
    boolean fill() throws IOException {
        if (block) {
            return false;
        }
        int kept = filled - next;
        dropped += next;
        System.arraycopy(bytes, next, bytes, 0, kept);
        next = 0;
        filled = kept;
        if (kept == bytes.length) {
            if (bytes.length >= RawScanner.MAX_RECORD) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = read(bytes, filled);
        if (read < 0) {
            boolean first = !ended;
            ended = true;
            return first && kept > 0;
        }
        filled += read;
        return true;
    }

    /** Reads into a buffer from a position to its end; -1 at the end of the file. */
    int read(byte[] target, int from) throws IOException {
        try {
            return in.read(target, from, target.length - from);
        } catch (ZipException | EOFException e) {
            throw new DataFault(name + ": expected gzip to its end, found " + e.getMessage(), e);
        }
    }

    /** How many bytes of the file lie before the first one at hand. */
    long offset() {
        return dropped;
    }

    /** Whether the bytes are a block, cut out of the middle of a file. */
    boolean isBlock() {
        return block;
    }

    /** The position after the line end that follows, or after the bytes at hand. */
    int lineEnd(int from) {
        return LineEnds.after(bytes, from, filled);
    }

    /** Passes over a line that is longer than the window, leaving its beginning at the front. */
    void skipLine(int from, int quoted) throws IOException {
        byte[] beginning = Arrays.copyOfRange(bytes, from, from + quoted);
        boolean more = true;
        next = filled;
        while (more && !LineEnds.isBefore(bytes, next)) {
            next = filled;
            more = fill();
            next = more ? lineEnd(0) : 0;
        }
        byte[] joined = new byte[quoted + bytes.length];
        System.arraycopy(beginning, 0, joined, 0, quoted);
        System.arraycopy(bytes, 0, joined, quoted, filled);
        bytes = joined;
        next += quoted;
        filled += quoted;
        dropped -= quoted;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
