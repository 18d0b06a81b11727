package io.payscope.datasets.raw;

import io.payscope.datasets.quality.CommonRule;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits CSV bytes into records and fields without an object a field. It takes LF, CRLF and CR line ends, a byte order
 * mark, quoted fields with line breaks and doubled quotes, and a last line without an end. A record it cannot split is
 * marked broken and reading goes on at the next line, so that a stray quote costs one line. Memory: one buffer of at
 * most {@value #MAX_RECORD} bytes and the field positions. Not thread-safe.
 */
public final class RawScanner implements Closeable {

    /** Longest record that is read. */
    public static final int MAX_RECORD = 1 << 20;

    /** Most fields a record may have. */
    public static final int MAX_FIELDS = 4096;

    /** How much of a refused record its message may quote. */
    private static final int QUOTED_BYTES = 80;

    private final RawInput input;
    private final RawFields fields = new RawFields();
    private final RecordSplitter splitter;
    private @Nullable CommonRule firstLineBreaks;
    private boolean unfinished;
    private int expected = -1;
    private @Nullable CommonRule broken;
    private int recordStart;
    private long line = 1;
    private long nextLine = 1;
    private long record;

    /**
     * Starts at the beginning of a file.
     *
     * @param name what messages call the file
     * @param in the uncompressed bytes; closed with this scanner
     * @throws io.payscope.core.fault.DataFault if the bytes begin with the mark of UTF-16
     */
    public RawScanner(String name, InputStream in) throws IOException {
        this.input = new RawInput(name, in);
        this.splitter = new RecordSplitter(input, fields);
    }

    /**
     * Starts at the first line of a block, which counts as line 1 and, since the header is elsewhere, as record 2.
     *
     * @param block some lines behind the header
     * @param fields that every record must have
     */
    public RawScanner(RawBlock block, int fields) {
        this.input = new RawInput(block);
        this.splitter = new RecordSplitter(input, this.fields);
        this.expected = fields;
        this.record = 1;
        this.firstLineBreaks = block.firstLineBreaks();
    }

    /**
     * Cuts what follows into blocks instead of records. This scanner must not be asked for another record.
     *
     * @return the blocks; they close the file
     */
    public RawBlocks blocks() {
        return new RawBlocks(input, expected);
    }

    /** Tells how many fields every further record must have. */
    public void expectFields(int count) {
        expected = count;
    }

    /** @return fields that every record must have, -1 before it is told */
    public int expectedFields() {
        return expected;
    }

    /** Moves to the next record that is not an empty line; false at the end. */
    public boolean next() throws IOException {
        while (advance()) {
            boolean split = broken == null || broken == CommonRule.FIELD_COUNT;
            if (!fields.isEmptyLine() || !split || input.bytes[recordStart] == '"') {
                record++;
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        while (true) {
            if (input.next >= input.filled && !input.fill()) {
                return false;
            }
            recordStart = input.next;
            line = nextLine;
            if (firstLineBreaks != null) {
                passLine(firstLineBreaks, input.lineEnd(recordStart));
                firstLineBreaks = null;
                return true;
            }
            int after = splitter.split(recordStart);
            if (after != RecordSplitter.NEED_MORE) {
                finish(after);
                return true;
            }
            if (!input.fill()) {
                unfinished = input.isBlock();
                if (!unfinished) {
                    skipLongLine();
                }
                return !unfinished;
            }
        }
    }

    private void finish(int after) {
        int breaks = splitter.breaks();
        broken = splitter.broken();
        if (after - recordStart > MAX_RECORD) {
            passLine(breaks > 0 ? CommonRule.QUOTES : CommonRule.LENGTH, input.lineEnd(recordStart));
            return;
        }
        if (broken == null && fields.count() != expected && expected >= 0) {
            broken = breaks > 0 ? CommonRule.QUOTES : CommonRule.FIELD_COUNT;
        }
        if (broken != null && breaks > 0) {
            passLine(broken, input.lineEnd(recordStart));
        } else {
            input.next = after;
            nextLine = line + 1 + breaks;
        }
    }

    /** The record is longer than the buffer may be: an open quote costs its line, a long line is passed over. */
    private void skipLongLine() throws IOException {
        int end = input.lineEnd(recordStart);
        if (LineEnds.isBefore(input.bytes, end)) {
            passLine(CommonRule.QUOTES, end);
        } else {
            input.skipLine(recordStart, QUOTED_BYTES);
            recordStart = 0;
            passLine(CommonRule.LENGTH, input.next);
        }
    }

    private void passLine(CommonRule rule, int end) {
        broken = rule;
        fields.clear();
        fields.add(recordStart, recordStart + Math.clamp(end - 1L - recordStart, 0, QUOTED_BYTES), false);
        input.next = end;
        nextLine = line + 1;
    }

    /** @return fields of the current record */
    public int fields() {
        return fields.count();
    }

    /** @return the bytes that field positions refer to, until the next record is asked for */
    public byte[] bytes() {
        return input.bytes;
    }

    /** @return position of a field's first byte, within the quotes */
    public int start(int field) {
        return fields.start(field);
    }

    /** @return position after a field's last byte */
    public int end(int field) {
        return fields.end(field);
    }

    /** @return the place of a position in the uncompressed file, in bytes from its beginning */
    public long offset(int position) {
        return input.offset() + position;
    }

    /** @return whether a field holds doubled quotes */
    public boolean hasDoubledQuotes(int field) {
        return fields.hasDoubledQuotes(field);
    }

    /** @return the rule that the record as a whole breaks, or null */
    public @Nullable CommonRule broken() {
        return broken;
    }

    /** @return the line that the record begins on, from 1 */
    public long line() {
        return line;
    }

    /** @return lines passed so far */
    public long linesPassed() {
        return nextLine - 1;
    }

    /**
     * Where a block's last record begins if an open quote keeps it from ending within the block.
     *
     * @return a position, or -1 if the block's last record ended
     */
    public int unfinishedFrom() {
        return unfinished ? recordStart : -1;
    }

    /** @return number of the record, the header being 1 */
    public long record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
