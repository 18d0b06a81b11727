package io.payscope.datasets.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a column's times are written.
 *
 * @param form their notation
 * @param zone IANA name of the zone that times without an offset are read in; null for the other forms
 * @param latest the last instant that is possible, or null
 */
public record TimeForm(
        Form form, @Nullable String zone, @Nullable Instant latest) {

    /** Notations of a time. */
    public enum Form {
        /** {@code yyyy-MM-dd HH:mm:ss} on the clocks of the zone. */
        LOCAL,
        /** ISO-8601 without an offset, on the clocks of the zone. */
        ISO_LOCAL,
        /** ISO-8601 with an offset or {@code Z}. */
        ISO_OFFSET,
        /** Seconds since 1970-01-01T00:00Z. */
        EPOCH_SECONDS,
        /** Milliseconds since 1970-01-01T00:00Z. */
        EPOCH_MILLISECONDS;

        /** @return whether a time of this form needs a zone to be an instant */
        public boolean needsZone() {
            return this == LOCAL || this == ISO_LOCAL;
        }
    }
}
