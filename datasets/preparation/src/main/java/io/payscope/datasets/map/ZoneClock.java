package io.payscope.datasets.map;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clocks of a zone from 1970 to 2100 as a table, so that a local time becomes UTC by a binary search. A time that
 * happens twice is the first of the two; one that is left out when clocks are put forward is none. Immutable.
 */
final class ZoneClock {

    /** Stands for a local time that no clock of the zone shows. */
    static final long GAP = Long.MIN_VALUE + 1;

    private static final Instant FIRST = Instant.parse("1969-12-30T00:00:00Z");
    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    private final long[] gapFrom;
    private final long[] from;
    private final int[] offsets;

    ZoneClock(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        this.gapFrom = new long[transitions.size()];
        this.from = new long[transitions.size()];
        this.offsets = new int[transitions.size() + 1];
        offsets[0] = rules.getOffset(FIRST).getTotalSeconds();
        for (int i = 0; i < from.length; i++) {
            ZoneOffsetTransition transition = transitions.get(i);
            int before = transition.getOffsetBefore().getTotalSeconds();
            int after = transition.getOffsetAfter().getTotalSeconds();
            gapFrom[i] = transition.toEpochSecond() + before;
            from[i] = transition.toEpochSecond() + Math.max(before, after);
            offsets[i + 1] = after;
        }
    }

    /**
     * Reads a local time.
     *
     * @param local seconds since 1970-01-01T00:00 on the local clock
     * @return seconds since 1970-01-01T00:00Z, or {@link #GAP}
     */
    long toUtc(long local) {
        int found = Arrays.binarySearch(from, local);
        int passed = found >= 0 ? found + 1 : -found - 1;
        if (passed < from.length && local >= gapFrom[passed]) {
            return GAP;
        }
        return local - offsets[passed];
    }
}
