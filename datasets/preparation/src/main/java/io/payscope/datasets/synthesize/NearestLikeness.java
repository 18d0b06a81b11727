package io.payscope.datasets.synthesize;

/**
 * How close the rows made from a source's model come to its rows, in spreads of the source.
 *
 * @param rowsLookedThrough rows of the source that every made row is held against
 * @param smallestAllowed distance under which a row is drawn again
 * @param sourceMedian median distance of the source's rows to their own nearest neighbour
 * @param madeMedian median distance of made rows to the nearest row of the source
 * @param madeSmallest smallest such distance among those probed
 * @param ratio of the two medians: about 1 or above; far below 1 would mean copies
 * @param probes made rows whose nearest neighbour was looked for
 * @param redrawnAsExact draws refused because amount, time of day and channel are those of a row of some source
 * @param redrawnAsNear draws refused because they come too near to a row of some source
 */
public record NearestLikeness(
        int rowsLookedThrough,
        double smallestAllowed,
        double sourceMedian,
        double madeMedian,
        double madeSmallest,
        double ratio,
        int probes,
        long redrawnAsExact,
        long redrawnAsNear) {}
