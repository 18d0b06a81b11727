package io.payscope.learning.data;

/**
 * Consecutive rows.
 *
 * @param from first row
 * @param to row after the last
 */
public record RowRange(int from, int to) {

    public RowRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("rows " + from + " to " + to);
        }
    }

    /** @return how many */
    public int size() {
        return to - from;
    }
}
