package io.payscope.datasets.raw;

import io.payscope.datasets.primitive.Words;
import io.payscope.datasets.quality.CommonRule;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a raw file into blocks that end with a record. Where they are cut depends on the file alone, so that whatever is
 * done with them in parallel has one result. Not thread-safe.
 */
public final class RawBlocks implements Closeable {

    /** Bytes of a block: small enough to stay in a processor's cache, large enough to be worth a task. */
    public static final int BLOCK_BYTES = 1 << 19;

    private static final int QUOTED_BYTES = 81;

    private final RawInput input;
    private final int fields;
    private byte[] carried;
    private long offset;
    private boolean ended;

    /**
     * Goes on where a scanner has stopped.
     *
     * @param fields that every record must have
     */
    RawBlocks(RawInput input, int fields) {
        this.input = input;
        this.fields = fields;
        this.carried = Arrays.copyOfRange(input.bytes, input.next, input.filled);
        this.ended = input.ended;
        this.offset = input.offset() + input.next;
    }

    /**
     * Cuts the next block.
     *
     * @param buffer to be filled as far as there are whole records; a larger one is made if it holds none
     * @return null at the end of the file
     */
    public @Nullable RawBlock next(byte[] buffer) throws IOException {
        byte[] bytes = carried.length > buffer.length ? Arrays.copyOf(carried, carried.length) : buffer;
        System.arraycopy(carried, 0, bytes, 0, carried.length);
        int filled = carried.length;
        while (true) {
            filled = fill(bytes, filled);
            int lines = ended ? filled : lastLineEnd(bytes, filled);
            int records = recordsEnd(bytes, lines);
            if (ended || records > 0) {
                return records == 0 ? null : cut(bytes, records, filled);
            }
            if (bytes.length >= RawScanner.MAX_RECORD) {
                return lines == 0 ? overlong(bytes) : openQuote(bytes, filled);
            }
            bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, RawScanner.MAX_RECORD));
        }
    }

    private RawBlock cut(byte[] bytes, int end, int filled) {
        RawBlock block = RawBlock.whole(bytes, end, offset);
        carried = Arrays.copyOfRange(bytes, end, filled);
        offset += end;
        return block;
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

    /** The position after the last record that ends within some lines; only a quote can keep one open. */
    private int recordsEnd(byte[] bytes, int lines) throws IOException {
        if (ended || !Words.contains(bytes, lines, '"')) {
            return lines;
        }
        try (RawScanner scanner = new RawScanner(RawBlock.open(bytes, lines, offset), fields)) {
            boolean more = true;
            while (more) {
                more = scanner.next();
            }
            int unfinished = scanner.unfinishedFrom();
            return unfinished < 0 ? lines : unfinished;
        }
    }

    /** A line that is longer than a record may be. */
    private RawBlock overlong(byte[] bytes) throws IOException {
        RawBlock block = RawBlock.broken(Arrays.copyOf(bytes, QUOTED_BYTES), offset, CommonRule.LENGTH);
        int filled = bytes.length;
        int end = 0;
        while (end == 0 && !ended) {
            offset += filled;
            filled = fill(bytes, 0);
            int line = LineEnds.after(bytes, 0, filled);
            end = LineEnds.isBefore(bytes, line) ? line : 0;
        }
        offset += end == 0 ? filled : end;
        carried = Arrays.copyOfRange(bytes, end, end == 0 ? 0 : filled);
        return block;
    }

    /** A quote that is open for longer than a record may be costs its line. */
    private RawBlock openQuote(byte[] bytes, int filled) {
        int end = LineEnds.after(bytes, 0, filled);
        RawBlock block = RawBlock.broken(Arrays.copyOf(bytes, end), offset, CommonRule.QUOTES);
        offset += end;
        carried = Arrays.copyOfRange(bytes, end, filled);
        return block;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
