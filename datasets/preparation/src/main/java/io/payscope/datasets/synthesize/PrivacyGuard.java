package io.payscope.datasets.synthesize;

import java.util.ArrayList;
import java.util.List;

/**
 * Stands between the model and the dataset: a row that equals a source's row in amount, time of day and channel, or
 * comes nearer to one than that source's closest rows are to each other, is not let through. Every row is held against
 * every source, not only its own. Not thread-safe.
 */
final class PrivacyGuard {

    private final KeyFilter keys = new KeyFilter();
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();

    /** What the guard says of a row. */
    enum Verdict {
        CLEAR,
        EXACT,
        NEAR
    }

    /** Takes a source's row into account. */
    void add(CommonRow row, Neighbourhood source) {
        keys.add(row.cents, (long) row.values[CommonRow.SECOND], row.channel, source.tick());
        source.add(row);
    }

    /** Ends a source's rows. */
    void finish(Neighbourhood source) {
        source.finish();
        neighbourhoods.add(source);
    }

    /** Looks at a made row. */
    Verdict check(CommonRow row) {
        if (isExact(row.cents, (long) row.values[CommonRow.SECOND], row.channel)) {
            return Verdict.EXACT;
        }
        for (Neighbourhood source : neighbourhoods) {
            if (source.distance(row, source.closest()) < source.closest()) {
                return Verdict.NEAR;
            }
        }
        return Verdict.CLEAR;
    }

    /** Whether a source has a row of this amount, time of day, as fine as its clock is, and channel. */
    boolean isExact(long cents, long second, int channel) {
        for (Neighbourhood source : neighbourhoods) {
            if (keys.mayContain(cents, second, channel, source.tick())) {
                return true;
            }
        }
        return false;
    }
}
