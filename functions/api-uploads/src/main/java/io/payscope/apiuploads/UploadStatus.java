package io.payscope.apiuploads;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an upload stands.
 *
 * @param id by which it was asked for
 * @param state how far it is
 * @param uploadId names its content; the same content sent twice has the same; null before it is registered
 * @param rows what became of its rows, or null before they are counted
 * @param loaded what is in the stores, or null before all of it is
 * @param rejects link to the rows refused and why, or null if there are none (yet)
 * @param report link to the quality report, or null if there is none (yet)
 * @param failure why it failed, or null unless it did
 */
public record UploadStatus(
        String id,
        State state,
        @Nullable String uploadId,
        @Nullable Rows rows,
        @Nullable Loaded loaded,
        @Nullable URI rejects,
        @Nullable URI report,
        @Nullable Failure failure) {

    /** How far an upload is. */
    public enum State {
        /** The link was given out and no file has come. */
        REQUESTED,
        /** No file has come and the link is refused by now. */
        EXPIRED,
        /** The file is there and not registered yet. */
        RECEIVED,
        /** It is being loaded. */
        LOADING,
        /** All of it is in the stores. */
        COMPLETE,
        /** It was refused, or loading ended without success; sending it again starts again. */
        FAILED
    }

    /**
     * Why an upload failed.
     *
     * @param fault {@code DataFault} where the file is wrong and stays wrong; otherwise the service failed, and the
     *     same file may be sent again
     * @param reason what was expected and what was found, with line and rule where it is about one; of a failure of
     *     the service no more than that it was one
     */
    public record Failure(String fault, String reason) {}

    /**
     * Rows of the file.
     *
     * @param read all of them
     * @param kept loaded or to be loaded
     * @param rejectedByRule refused, by rule
     */
    public record Rows(long read, long kept, Map<String, Long> rejectedByRule) {

        public Rows {
            rejectedByRule = Map.copyOf(rejectedByRule);
        }
    }

    /**
     * Rows in the stores.
     *
     * @param ledgerInserted transactions new to the ledger
     * @param graphInserted transactions new to the graph
     * @param documents documents in the bank's namespace
     */
    public record Loaded(long ledgerInserted, long graphInserted, int documents) {}
}
