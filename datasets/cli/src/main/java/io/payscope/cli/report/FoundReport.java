package io.payscope.cli.report;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * A report that is there.
 *
 * @param kind what it reports on
 * @param bankId the bank, or null for a run
 * @param key relative to the bucket or folder
 * @param location where it can be opened: a path, or an S3 URI
 * @param summary the one thing to know of it
 */
public record FoundReport(Kind kind, @Nullable BankId bankId, String key, String location, String summary) {

    /** What is reported on. */
    public enum Kind {
        /** A dataset's manifest. */
        DATASET,
        /** The quality of a dataset. */
        QUALITY,
        /** How like its sources a synthetic dataset is. */
        LIKENESS,
        /** How far an outside file is from what the bank's model was trained on. */
        DRIFT,
        /** A model. */
        MODEL,
        /** A run. */
        RUN
    }
}
