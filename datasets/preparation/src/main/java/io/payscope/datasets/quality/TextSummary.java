package io.payscope.datasets.quality;

import java.util.List;

/**
 * The values of a column of texts.
 *
 * @param distinct how many different ones there are
 * @param more whether there are more than that
 * @param longest bytes of the longest
 * @param top the most frequent, at most 20, each cut to 64 bytes; none where {@code more} is set
 */
public record TextSummary(int distinct, boolean more, int longest, List<Value> top) {

    public TextSummary {
        top = List.copyOf(top);
    }

    /**
     * One text.
     *
     * @param text what it says
     * @param rows how often it occurs
     */
    public record Value(String text, long rows) {}
}
