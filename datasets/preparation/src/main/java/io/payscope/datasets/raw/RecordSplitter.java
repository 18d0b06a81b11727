package io.payscope.datasets.raw;

import io.payscope.datasets.quality.CommonRule;
import org.jspecify.annotations.Nullable;

/** Finds the fields of one record in the bytes at hand, and the rule that its form breaks. */
final class RecordSplitter {

    /** The record does not end within the bytes at hand. */
    static final int NEED_MORE = -1;

    private final RawInput input;
    private final RawFields fields;
    private @Nullable CommonRule broken;
    private int breaks;

    RecordSplitter(RawInput input, RawFields fields) {
        this.input = input;
        this.fields = fields;
    }

    /** The rule that the last record breaks, or null. */
    @Nullable
    CommonRule broken() {
        return broken;
    }

    /** Line breaks within the quotes of the last record. */
    int breaks() {
        return breaks;
    }

    /** Splits the record that begins at a position; returns the position after it, or {@link #NEED_MORE}. */
    int split(int start) {
        fields.clear();
        broken = null;
        breaks = 0;
        int i = start;
        while (true) {
            i = i < input.filled && input.bytes[i] == '"' ? quoted(i + 1) : plain(i);
            if (i == NEED_MORE) {
                return NEED_MORE;
            }
            if (i >= input.filled) {
                return input.filled;
            }
            if (input.bytes[i] == ',') {
                i++;
                if (i >= input.filled && !input.ended) {
                    return NEED_MORE;
                }
            } else if (input.bytes[i] == '\n') {
                return i + 1;
            } else if (i + 1 < input.filled) {
                return input.bytes[i + 1] == '\n' ? i + 2 : i + 1;
            } else {
                return input.ended ? i + 1 : NEED_MORE;
            }
        }
    }

    private int plain(int from) {
        byte[] bytes = input.bytes;
        int limit = input.filled;
        int i = from;
        while (i < limit) {
            byte c = bytes[i];
            if (c == ',' || c == '\n' || c == '\r') {
                break;
            }
            i++;
        }
        if (i >= limit && !input.ended) {
            return NEED_MORE;
        }
        add(from, i, false);
        return i;
    }

    private int quoted(int from) {
        boolean twice = false;
        int i = from;
        while (true) {
            if (i >= input.filled) {
                if (!input.ended) {
                    return NEED_MORE;
                }
                add(from, i, twice);
                broken = CommonRule.QUOTES;
                return i;
            }
            if (input.bytes[i] == '\n' || input.bytes[i] == '\r' && !isFollowedByLineFeed(i)) {
                breaks++;
            } else if (input.bytes[i] == '"') {
                if (i + 1 >= input.filled && !input.ended) {
                    return NEED_MORE;
                }
                if (i + 1 >= input.filled || input.bytes[i + 1] != '"') {
                    break;
                }
                twice = true;
                i++;
            }
            i++;
        }
        add(from, i, twice);
        i++;
        if (i < input.filled && input.bytes[i] != ',' && input.bytes[i] != '\n' && input.bytes[i] != '\r') {
            broken = CommonRule.QUOTES;
            while (i < input.filled && input.bytes[i] != '\n' && input.bytes[i] != '\r') {
                i++;
            }
        }
        return i >= input.filled && !input.ended ? NEED_MORE : i;
    }

    private boolean isFollowedByLineFeed(int i) {
        return i + 1 < input.filled && input.bytes[i + 1] == '\n';
    }

    private void add(int from, int to, boolean twice) {
        if (!fields.add(from, to, twice)) {
            broken = CommonRule.LENGTH;
        }
    }
}
