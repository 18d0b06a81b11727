package io.payscope.datasets.raw;

import io.payscope.datasets.quality.CommonRule;
import org.jspecify.annotations.Nullable;

/** Some whole lines of a raw file, to be split by a scanner of their own. Its bytes are not copied. */
public final class RawBlock {

    private final byte[] bytes;
    private final int length;
    private final long offset;
    private final boolean whole;
    private final @Nullable CommonRule firstLineBreaks;

    private RawBlock(byte[] bytes, int length, long offset, boolean whole, @Nullable CommonRule firstLineBreaks) {
        this.bytes = bytes;
        this.length = length;
        this.offset = offset;
        this.whole = whole;
        this.firstLineBreaks = firstLineBreaks;
    }

    /**
     * Lines that no record goes on after: a quote that is open at their end was found to cost its line.
     *
     * @param bytes of which the first {@code length} count
     * @param offset of the first byte in the file
     */
    static RawBlock whole(byte[] bytes, int length, long offset) {
        return new RawBlock(bytes, length, offset, true, null);
    }

    /** Lines whose last record may go on after them. */
    static RawBlock open(byte[] bytes, int length, long offset) {
        return new RawBlock(bytes, length, offset, false, null);
    }

    /**
     * A single line, or its beginning, that is known to be broken.
     *
     * @param line its first bytes
     * @param offset of the first byte in the file
     * @param rule that it breaks
     */
    static RawBlock broken(byte[] line, long offset, CommonRule rule) {
        return new RawBlock(line, line.length, offset, true, rule);
    }

    /** @return its bytes, of which the first {@link #length()} count */
    public byte[] bytes() {
        return bytes;
    }

    /** @return number of bytes */
    public int length() {
        return length;
    }

    /** How many bytes of the file lie before it. */
    long offset() {
        return offset;
    }

    /** Whether no record goes on after it. */
    boolean isWhole() {
        return whole;
    }

    /** The rule that its first line is known to break, or null. */
    @Nullable
    CommonRule firstLineBreaks() {
        return firstLineBreaks;
    }
}
