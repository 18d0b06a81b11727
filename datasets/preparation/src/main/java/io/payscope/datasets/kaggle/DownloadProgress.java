package io.payscope.datasets.kaggle;

/** Told how a download goes on. */
public interface DownloadProgress {

    /** Tells nobody. */
    DownloadProgress SILENT = (what, done, total) -> {};

    /**
     * Some more bytes are there.
     *
     * @param what is downloaded
     * @param done bytes so far
     * @param total bytes in all, or -1 if unknown
     */
    void bytes(String what, long done, long total);
}
