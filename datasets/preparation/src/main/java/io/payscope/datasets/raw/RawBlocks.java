package io.payscope.datasets.raw;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a raw file into blocks that end with a line. Where they are cut depends on
 * the file alone, so that whatever is done with them in parallel has one result. Not thread-safe.
 */
public final class RawBlocks implements Closeable {

    /** Bytes of a block: small enough to stay in a processor's cache, large enough to be worth a task. */
    public static final int BLOCK_BYTES = 1 << 19;

    private static final int QUOTED_BYTES = 81;

    private final RawInput input;
    private byte[] carried;
    private boolean ended;

    /** Goes on where a scanner has stopped. */
    RawBlocks(RawInput input) {
        this.input = input;
        this.carried = Arrays.copyOfRange(input.bytes, input.next, input.filled);
        this.ended = input.ended;
    }

    /**
     * Cuts the next block.
     *
     * @param buffer to be filled as far as there are whole lines; a larger one is made if it holds no line
     * @return null at the end of the file
     */
    public @Nullable RawBlock next(byte[] buffer) throws IOException {
        byte[] bytes = carried.length > buffer.length ? Arrays.copyOf(carried, carried.length) : buffer;
        System.arraycopy(carried, 0, bytes, 0, carried.length);
        int filled = carried.length;
        while (true) {
            filled = fill(bytes, filled);
            int end = lastLineEnd(bytes, filled);
            if (ended || end > 0) {
                int length = ended ? filled : end;
                carried = Arrays.copyOfRange(bytes, length, filled);
                return length == 0 ? null : RawBlock.of(bytes, length, ended);
            }
            if (bytes.length >= RawScanner.MAX_RECORD) {
                return overlong(bytes);
            }
            bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, RawScanner.MAX_RECORD));
        }
    }

    private int fill(byte[] bytes, int from) throws IOException {
        int filled = from;
        while (filled < bytes.length && !ended) {
            int read = input.read(bytes, filled);
            ended = read < 0;
            filled += Math.max(read, 0);
        }
        return filled;
    }

    /** The position after the last line end; a CR at the very end may be half of one. */
    private static int lastLineEnd(byte[] bytes, int filled) {
        for (int i = filled - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        for (int i = filled - 2; i >= 0; i--) {
            if (bytes[i] == '\r') {
                return i + 1;
            }
        }
        return 0;
    }

    private RawBlock overlong(byte[] bytes) throws IOException {
        byte[] beginning = Arrays.copyOf(bytes, QUOTED_BYTES);
        int filled = 0;
        int end = 0;
        while (end == 0 && !ended) {
            filled = fill(bytes, 0);
            end = firstLineEnd(bytes, filled);
        }
        carried = Arrays.copyOfRange(bytes, end, end == 0 ? 0 : filled);
        return RawBlock.overlong(beginning);
    }

    private static int firstLineEnd(byte[] bytes, int filled) {
        for (int i = 0; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
