package io.payscope.datasets.raw;

import io.payscope.datasets.quality.CommonRule;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Some whole lines of a raw file, to be split by a scanner of their own. Its bytes are not copied. */
public final class RawBlock {

    private final byte[] bytes;
    private final int length;
    private final boolean last;
    private final @Nullable CommonRule firstLineBreaks;

    private RawBlock(byte[] bytes, int length, boolean last, @Nullable CommonRule firstLineBreaks) {
        this.bytes = bytes;
        this.length = length;
        this.last = last;
        this.firstLineBreaks = firstLineBreaks;
    }

    /**
     * Lines as they are.
     *
     * @param bytes of which the first {@code length} count
     * @param last whether the file ends with them
     */
    static RawBlock of(byte[] bytes, int length, boolean last) {
        return new RawBlock(bytes, length, last, null);
    }

    /** The beginning of a line that is longer than a record may be. */
    static RawBlock overlong(byte[] beginning) {
        return new RawBlock(beginning, beginning.length, false, CommonRule.LENGTH);
    }

    /**
     * What is left from an open quote on, and the blocks that follow: the quote may be closed there. At the end of the
     * file, or where the record would become longer than one may be, the quote costs its line.
     *
     * @param from position of the record with the open quote
     * @param following the blocks that follow; the first is taken away if it is needed
     */
    public RawBlock rest(int from, Deque<RawBlock> following) {
        byte[] kept = Arrays.copyOfRange(bytes, from, length);
        RawBlock next = following.peek();
        if (next == null) {
            return new RawBlock(kept, kept.length, true, null);
        }
        if (kept.length >= RawScanner.MAX_RECORD || next.firstLineBreaks != null) {
            return new RawBlock(kept, kept.length, false, CommonRule.QUOTES);
        }
        following.remove();
        byte[] joined = Arrays.copyOf(kept, kept.length + next.length);
        System.arraycopy(next.bytes, 0, joined, kept.length, next.length);
        return new RawBlock(joined, joined.length, next.last, null);
    }

    /** @return its bytes, of which the first {@link #length()} count */
    public byte[] bytes() {
        return bytes;
    }

    /** @return number of bytes */
    public int length() {
        return length;
    }

    /** Whether the file ends with it. */
    boolean isLast() {
        return last;
    }

    /** The rule that its first line is known to break, or null. */
    @Nullable
    CommonRule firstLineBreaks() {
        return firstLineBreaks;
    }
}
