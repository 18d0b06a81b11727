package io.payscope.datasets.raw;

/** Finds the ends of lines: LF, CRLF or CR. */
final class LineEnds {

    private LineEnds() {}

    /** The position after the first line end from a position on, or {@code filled} if there is none. */
    static int after(byte[] bytes, int from, int filled) {
        for (int i = from; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
            if (bytes[i] == '\r') {
                return i + 1 < filled && bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return filled;
    }

    /** Whether a line ends before a position. */
    static boolean isBefore(byte[] bytes, int position) {
        return position > 0 && (bytes[position - 1] == '\n' || bytes[position - 1] == '\r');
    }
}
