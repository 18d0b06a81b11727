package io.payscope.datasets.kaggle;

import io.payscope.core.model.BankId;
import java.util.Map;

/**
 * What a download left below the raw prefix; kept there as {@code kaggle.json}, so that the files are known to be of
 * one version and whole.
 *
 * @param bankId the bank
 * @param source {@code owner/slug} of the dataset, or the competition's name
 * @param version number of the dataset's version; for a competition the time of its last change
 * @param sha256ByKey hash of each file as stored, by key
 */
public record DownloadedRaw(BankId bankId, String source, String version, Map<String, String> sha256ByKey) {

    /** File name of the marker. */
    public static final String FILE = "kaggle.json";

    /** Name of the file that lies beside the others from before the first is replaced until the marker is written. */
    public static final String UNFINISHED_FILE = "downloading";

    public DownloadedRaw {
        sha256ByKey = Map.copyOf(sha256ByKey);
    }
}
