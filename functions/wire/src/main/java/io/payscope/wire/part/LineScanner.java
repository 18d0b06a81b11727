package io.payscope.wire.part;

import io.payscope.core.fault.DataFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a byte stream into lines and a line into fields, without an object a field. Fields are read left to right;
 * what is not asked for is not decoded. Not thread-safe.
 */
final class LineScanner {

    private static final int INITIAL_BYTES = 1 << 16;
    private static final int MAX_LINE_BYTES = 1 << 24;

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL_BYTES];
    private int next;
    private int filled;
    private int at;
    private int end;

    LineScanner(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end of the stream. */
    boolean nextLine() throws IOException {
        int searched = next;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    at = next;
                    end = i;
                    next = i + 1;
                    return true;
                }
            }
            searched = filled - next;
            if (!fill()) {
                break;
            }
        }
        if (next == filled) {
            return false;
        }
        throw new DataFault("the last line is cut off: no line end");
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            if (buffer.length >= MAX_LINE_BYTES) {
                throw new DataFault("a line is longer than " + MAX_LINE_BYTES + " bytes");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read >= 0;
    }

    /** True if the line has another field. */
    boolean hasField() {
        return at <= end;
    }

    /** The next field as text, unquoted; empty for nothing. */
    String text() {
        int from = require();
        if (from < end && buffer[from] == '"') {
            return quoted(from + 1);
        }
        int to = fieldEnd(from);
        at = to + 1;
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    /** The next field as a number; NaN for nothing. */
    double number() {
        int from = require();
        int to = fieldEnd(from);
        at = to + 1;
        return Decimals.parse(buffer, from, to);
    }

    private int require() {
        if (!hasField()) {
            throw new DataFault("the line has too few fields");
        }
        return at;
    }

    private int fieldEnd(int from) {
        int i = from;
        while (i < end && buffer[i] != ',') {
            i++;
        }
        return i;
    }

    private String quoted(int from) {
        int i = from;
        boolean doubled = false;
        while (i < end) {
            if (buffer[i] != '"') {
                i++;
            } else if (i + 1 < end && buffer[i + 1] == '"') {
                doubled = true;
                i += 2;
            } else {
                String text = new String(buffer, from, i - from, StandardCharsets.UTF_8);
                at = i + 2;
                return doubled ? text.replace("\"\"", "\"") : text;
            }
        }
        throw new DataFault("a quoted field is not closed");
    }
}
