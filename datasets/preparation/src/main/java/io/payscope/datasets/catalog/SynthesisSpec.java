package io.payscope.datasets.catalog;

/**
 * Parameters of the model that the synthetic bank is drawn from.
 *
 * @param smallestShare smallest share of a source's rows that the seed may weigh it with, above 0
 * @param largestShare largest such share, at most 1
 * @param seedShift spread of what the seed adds to a source's log amounts; half of it, in hours, to its clock
 * @param bandwidth of the noise on amounts and features, in units of Silverman's rule of thumb
 * @param channelSmoothing share of the rows whose channel is any that the source has
 * @param fraudMargin frauds made at least, as a multiple of what the training part needs in expectation; from 1
 * @param nearestShare share of a source's own rows that are closer to their nearest neighbour than a synthetic row may
 *     be to any of them
 * @param smallestDistance the least such distance, in spreads
 * @param tries draws after which a row that stays too close ends the synthesis; each draw has more noise
 * @param newPayerShare share of payments by a new payer where a source names none
 * @param newPayeeShare share of payments to a new payee where a source names none
 */
public record SynthesisSpec(
        double smallestShare,
        double largestShare,
        double seedShift,
        double bandwidth,
        double channelSmoothing,
        double fraudMargin,
        double nearestShare,
        double smallestDistance,
        int tries,
        double newPayerShare,
        double newPayeeShare) {

    /** @return whether every parameter is within its range */
    boolean isValid() {
        return smallestShare > 0
                && smallestShare <= largestShare
                && largestShare <= 1
                && seedShift >= 0
                && bandwidth > 0
                && isShare(channelSmoothing)
                && fraudMargin >= 1
                && isShare(nearestShare)
                && smallestDistance > 0
                && tries >= 1
                && isShare(newPayerShare)
                && isShare(newPayeeShare);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
