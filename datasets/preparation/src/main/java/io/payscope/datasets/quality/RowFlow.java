package io.payscope.datasets.quality;

import io.payscope.core.manifest.ManifestIdentity;

/**
 * Where the rows of the main file went.
 *
 * @param read all data rows
 * @param rejected refused by a rule, conflicting ids among them
 * @param duplicates exact copies of an earlier row, left out
 * @param idConflicts rows that reuse an earlier row's id with other values; counted in {@code rejected}
 * @param valid the rest, before sampling
 * @param kept rows of the dataset
 */
public record RowFlow(long read, long rejected, long duplicates, long idConflicts, long valid, long kept) {

    /** @return the rows of a prepared dataset */
    public static RowFlow of(ManifestIdentity identity) {
        return new RowFlow(
                identity.rowsRead(),
                identity.rowsRejected(),
                identity.duplicatesRemoved(),
                identity.rejectedByRule().getOrDefault(CommonRule.UNIQUE_ID.id(), 0L),
                identity.labelsBefore().total(),
                identity.rowsKept());
    }

    /** Rows that went nowhere, which is a fault of the program. */
    long unaccounted() {
        return read - rejected - duplicates - valid;
    }
}
