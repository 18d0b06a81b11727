package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.quality.CommonRule;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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

    private static final int NEED_MORE = -1;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 17];
    private int next;
    private int filled;
    private boolean ended;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] doubled = new boolean[64];
    private int fields;
    private int expected = -1;
    private @Nullable CommonRule broken;
    private int breaks;
    private int recordStart;
    private long line = 1;
    private long nextLine = 1;
    private long record;

    /**
     * Starts at the beginning of a file.
     *
     * @param name what messages call the file
     * @param in the uncompressed bytes; closed with this scanner
     * @throws DataFault if the bytes begin with the mark of UTF-16
     */
    public RawScanner(String name, InputStream in) throws IOException {
        this.in = in;
        fill();
        int first = filled > 1 ? (buffer[0] & 0xff) << 8 | buffer[1] & 0xff : 0;
        if (first == 0xfeff || first == 0xfffe) {
            throw new DataFault(name + " byte 0: expected UTF-8, found the byte order mark of UTF-16");
        }
        if (first == 0xefbb && filled > 2 && (buffer[2] & 0xff) == 0xbf) {
            next = 3;
        }
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
            if (fields != 1 || ends[0] != starts[0] || broken != null || buffer[recordStart] == '"') {
                record++;
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        while (true) {
            if (next >= filled && !fill()) {
                return false;
            }
            recordStart = next;
            line = nextLine;
            int after = split();
            if (after != NEED_MORE) {
                finish(after);
                return true;
            }
            if (!fill()) {
                skipLongLine();
                return true;
            }
        }
    }

    private void finish(int after) {
        if (broken == null && fields != expected && expected >= 0) {
            broken = breaks > 0 ? CommonRule.QUOTES : CommonRule.FIELD_COUNT;
        }
        if (broken != null && breaks > 0) {
            next = lineEnd(recordStart);
            nextLine = line + 1;
        } else {
            next = after;
            nextLine = line + 1 + breaks;
        }
    }

    /** Splits the record at the start position; returns the position after it, or NEED_MORE. */
    private int split() {
        fields = 0;
        broken = null;
        breaks = 0;
        int i = recordStart;
        while (true) {
            i = i < filled && buffer[i] == '"' ? quoted(i + 1) : plain(i);
            if (i == NEED_MORE) {
                return NEED_MORE;
            }
            if (i >= filled) {
                return filled;
            }
            if (buffer[i] == ',') {
                i++;
                if (i >= filled && !ended) {
                    return NEED_MORE;
                }
            } else if (buffer[i] == '\n') {
                return i + 1;
            } else if (i + 1 < filled) {
                return buffer[i + 1] == '\n' ? i + 2 : i + 1;
            } else {
                return ended ? i + 1 : NEED_MORE;
            }
        }
    }

    private int plain(int from) {
        byte[] bytes = buffer;
        int limit = filled;
        int i = from;
        while (i < limit) {
            byte c = bytes[i];
            if (c == ',' || c == '\n' || c == '\r') {
                break;
            }
            i++;
        }
        if (i >= limit && !ended) {
            return NEED_MORE;
        }
        add(from, i, false);
        return i;
    }

    private int quoted(int from) {
        boolean twice = false;
        int i = from;
        while (true) {
            if (i >= filled) {
                if (!ended) {
                    return NEED_MORE;
                }
                add(from, i, twice);
                broken = CommonRule.QUOTES;
                return i;
            }
            if (buffer[i] == '\n') {
                breaks++;
            } else if (buffer[i] == '"') {
                if (i + 1 >= filled && !ended) {
                    return NEED_MORE;
                }
                if (i + 1 >= filled || buffer[i + 1] != '"') {
                    break;
                }
                twice = true;
                i++;
            }
            i++;
        }
        add(from, i, twice);
        i++;
        if (i < filled && buffer[i] != ',' && buffer[i] != '\n' && buffer[i] != '\r') {
            broken = CommonRule.QUOTES;
            while (i < filled && buffer[i] != '\n') {
                i++;
            }
        }
        return i >= filled && !ended ? NEED_MORE : i;
    }

    private void add(int from, int to, boolean twice) {
        if (fields == MAX_FIELDS) {
            broken = CommonRule.LENGTH;
            return;
        }
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, fields * 2);
            ends = Arrays.copyOf(ends, fields * 2);
            doubled = Arrays.copyOf(doubled, fields * 2);
        }
        starts[fields] = from;
        ends[fields] = to;
        doubled[fields] = twice;
        fields++;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < filled && buffer[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, filled);
    }

    /** The record is longer than the buffer may be: an open quote costs its line, a long line is passed over. */
    private void skipLongLine() throws IOException {
        int end = lineEnd(recordStart);
        broken = buffer[end - 1] == '\n' ? CommonRule.QUOTES : CommonRule.LENGTH;
        fields = 1;
        starts[0] = recordStart;
        ends[0] = recordStart + 80;
        nextLine = line + 1;
        next = end;
        byte[] head = Arrays.copyOfRange(buffer, recordStart, recordStart + 80);
        while (buffer[next - 1] != '\n') {
            filled = 0;
            next = 0;
            recordStart = 0;
            if (!fill()) {
                break;
            }
            next = lineEnd(0);
        }
        if (broken == CommonRule.LENGTH) {
            keep(head);
        }
    }

    /** Puts the beginning of a line that has been passed over where messages can quote it. */
    private void keep(byte[] head) {
        byte[] roomy = new byte[head.length + buffer.length];
        System.arraycopy(head, 0, roomy, 0, head.length);
        System.arraycopy(buffer, 0, roomy, head.length, filled);
        buffer = roomy;
        next += head.length;
        filled += head.length;
        starts[0] = 0;
        ends[0] = head.length;
    }

    /** Reads more; false if the stream has ended or the record fills the largest buffer. */
    private boolean fill() throws IOException {
        int kept = filled - next;
        System.arraycopy(buffer, next, buffer, 0, kept);
        next = 0;
        filled = kept;
        if (kept == buffer.length) {
            if (buffer.length >= MAX_RECORD) {
                return false;
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            boolean first = !ended;
            ended = true;
            return first && kept > 0;
        }
        filled += read;
        return true;
    }

    /** @return fields of the current record */
    public int fields() {
        return fields;
    }

    /** @return the bytes that field positions refer to, until the next record is asked for */
    public byte[] bytes() {
        return buffer;
    }

    /** @return position of a field's first byte, within the quotes */
    public int start(int field) {
        return starts[field];
    }

    /** @return position after a field's last byte */
    public int end(int field) {
        return ends[field];
    }

    /** @return whether a field holds doubled quotes */
    public boolean hasDoubledQuotes(int field) {
        return doubled[field];
    }

    /** @return the rule that the record as a whole breaks, or null */
    public @Nullable CommonRule broken() {
        return broken;
    }

    /** @return the line that the record begins on, from 1 */
    public long line() {
        return line;
    }

    /** @return number of the record, the header being 1 */
    public long record() {
        return record;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
