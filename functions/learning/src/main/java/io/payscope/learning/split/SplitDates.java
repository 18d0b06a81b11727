package io.payscope.learning.split;

import java.time.Instant;

/**
 * The dates of a temporal split, as a model card tells them. Every {@code until} is exclusive but the last.
 *
 * @param trainFrom time of the first row
 * @param trainUntil the cut date: no row at or after it is learned from
 * @param validationFrom cut date and gap
 * @param validationUntil end of the validation part
 * @param testFrom end of the validation part and gap
 * @param testUntil time of the last row
 * @param gapHours hours left out before validation and before test
 * @param declaredGapHours the label delay that the catalog declares
 */
public record SplitDates(
        Instant trainFrom,
        Instant trainUntil,
        Instant validationFrom,
        Instant validationUntil,
        Instant testFrom,
        Instant testUntil,
        double gapHours,
        double declaredGapHours) {

    /** @return whether the gap is shorter than declared, because it would have swallowed a part of a short history */
    public boolean gapReduced() {
        return gapHours < declaredGapHours;
    }
}
