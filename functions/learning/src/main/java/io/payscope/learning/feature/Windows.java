package io.payscope.learning.feature;

import java.time.Duration;

/**
 * The time spans that features look back over. An edge of a party is the first of its rows that is younger than a span:
 * the window of a span w at time t is (t - w, t]. A label counts once the label delay has gone by, so windows over
 * labels end at t - delay.
 */
final class Windows {

    /** Lengths of the windows, days. */
    static final int[] DAYS = {1, 7, 30};

    static final int RECENT = 0;
    static final int KNOWN = DAYS.length;
    static final int DELAYED = DAYS.length + 1;
    static final int KEPT = 2 * DAYS.length + 1;
    static final int EDGES = KEPT + 1;

    /** The longest recent window. */
    static final int MONTH = RECENT + DAYS.length - 1;

    /** The longest window over labels. */
    static final int DELAYED_MONTH = DELAYED + DAYS.length - 1;

    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    static final long MONTH_MILLIS = DAYS[DAYS.length - 1] * DAY_MILLIS;

    private final long delayMillis;
    private final long[] spans = new long[EDGES];

    /** @param labelDelay after which a label is known; at least a millisecond, so that no row sees its own label */
    Windows(Duration labelDelay) {
        delayMillis = Math.max(1, labelDelay.toMillis());
        for (int i = 0; i < DAYS.length; i++) {
            spans[RECENT + i] = DAYS[i] * DAY_MILLIS;
            spans[DELAYED + i] = delayMillis + DAYS[i] * DAY_MILLIS;
        }
        spans[KNOWN] = delayMillis;
        // A graph snapshot may be a day older than the label delay and looks back a month from there.
        spans[KEPT] = delayMillis + MONTH_MILLIS + DAY_MILLIS;
    }

    /** @return the midnight UTC of the graph that a row of a time sees; whole days, so it depends on the time alone */
    long snapshot(long millis) {
        return Math.floorDiv(millis - delayMillis, DAY_MILLIS) * DAY_MILLIS;
    }

    long span(int edge) {
        return spans[edge];
    }
}
