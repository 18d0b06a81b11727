package io.payscope.core.stage;

/**
 * The end of a run.
 *
 * @param runId the run
 * @param status how it ended
 * @param summaryUri S3 URI of the full summary
 * @param message one line for people: what is missing and why, or that nothing is
 */
public record RunSummary(String runId, RunStatus status, String summaryUri, String message) {

    /** How a run ends. */
    public enum RunStatus {
        SUCCEEDED,
        /** A bank failed, a model that the catalog expects could not be trained, or a store disagrees. */
        PARTIAL,
        /** No bank came through. */
        FAILED
    }
}
