package io.payscope.core.manifest;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where everything lies in the bucket: a top-level prefix for the kind of thing, the bank below it. */
public final class Keys {

    private Keys() {}

    /**
     * Holds a key that came from outside against the bank in whose name it is about to be used.
     *
     * @throws DataFault unless it is a key {@code <prefix>/bank=N/<name>} of that very bank, taken as it is, without
     *     empty segments or dots for segments
     */
    public static void requireOf(BankId bank, String key) {
        List<String> segments = Arrays.asList(key.split("/", -1));
        boolean whole = segments.stream().noneMatch(segment -> segment.isEmpty() || segment.matches("\\.{1,2}"));
        if (!whole || segments.size() < 3 || !segments.get(1).equals(bank.segment())) {
            throw new DataFault("key '" + key + "': expected an object of bank " + bank + ", below " + bank.segment());
        }
    }

    /** @return prefix of a bank's raw files below the raw prefix, which ends with a slash */
    public static String raw(String rawPrefix, BankId bank) {
        return rawPrefix + bank.segment() + "/";
    }

    /** @return prefix of one prepared dataset; its id is the sha256 of everything that it was made from */
    public static String prepared(BankId bank, String datasetId) {
        return "prepared/" + bank.segment() + "/" + datasetId + "/";
    }

    /** @return key of the table of a prepared dataset's rows and the raw rows that they came from */
    public static String lineage(BankId bank, String datasetId) {
        return prepared(bank, datasetId) + "lineage.csv.gz";
    }

    /** @return prefix of an upload's canonical parts */
    public static String parts(BankId bank, String uploadId) {
        return "parts/" + bank.segment() + "/upload=" + uploadId + "/";
    }

    /** @return key of the rows refused from a dataset or upload */
    public static String rejects(BankId bank, String datasetOrUploadId) {
        return "rejects/" + bank.segment() + "/" + datasetOrUploadId + ".csv.gz";
    }

    /** @return key of a refused event; without a bank where its key is no bank's */
    public static String quarantine(@Nullable BankId bank, String eventHash) {
        return "quarantine/" + (bank == null ? "unassigned" : bank.segment()) + "/" + eventHash + ".json";
    }

    /** @return key of the reason why an upload could not be loaded */
    public static String failure(BankId bank, String uploadId) {
        return "receipts/" + bank.segment() + "/failures/" + uploadId + ".json";
    }

    /** @return key of the quality report of a dataset or upload, JSON */
    public static String qualityReport(BankId bank, String datasetOrUploadId) {
        return "reports/" + bank.segment() + "/quality/" + datasetOrUploadId + ".json";
    }

    /** @return key of the quality report of a dataset or upload, a page to read */
    public static String qualityPage(BankId bank, String datasetOrUploadId) {
        return "reports/" + bank.segment() + "/quality/" + datasetOrUploadId + ".html";
    }

    /** @return file name of a part below its prefix */
    public static String part(int index) {
        return "part-%05d.csv.gz".formatted(index);
    }

    /** @return prefix of all upload receipts of a bank */
    public static String receipts(BankId bank) {
        return "receipts/" + bank.segment() + "/upload=";
    }

    /** @return prefix of an upload's receipts */
    public static String receipts(BankId bank, String uploadId) {
        return receipts(bank) + uploadId + "/";
    }

    /** @return key of the receipt for loading one part into one store */
    public static String receipt(BankId bank, String uploadId, Store store, int part) {
        return receipts(bank, uploadId) + store.name().toLowerCase(Locale.ROOT) + "/part-%05d.json".formatted(part);
    }

    /** @return prefix of one version of a model; kind is {@code fraud} or {@code forecast} */
    public static String model(BankId bank, String kind, String version) {
        return "models/" + bank.segment() + "/" + kind + "/" + version + "/";
    }

    /** @return prefix of the log of decisions about a bank's models; kind as for {@link #model} */
    public static String registry(BankId bank, String kind) {
        return model(bank, kind, "registry");
    }

    /** @return key of one decision; numbers from 1 */
    public static String registryEntry(BankId bank, String kind, int number) {
        return registry(bank, kind) + "%06d.json".formatted(number);
    }

    /** @return key of the pointer to the model that serves */
    public static String champion(BankId bank, String kind) {
        return "models/" + bank.segment() + "/" + kind + "/champion.json";
    }

    /** @return key of the report on how an upload differs from what the serving model learned from */
    public static String drift(BankId bank, String uploadId) {
        return "reports/" + bank.segment() + "/drift/" + uploadId + ".json";
    }

    /** @return key of the report on how a synthetic dataset compares with its sources; extension json or html */
    public static String likeness(BankId bank, String datasetId, String extension) {
        return "reports/" + bank.segment() + "/likeness/" + datasetId + "." + extension;
    }

    /** @return prefix of a run's reports */
    public static String run(String runId) {
        return "reports/run=" + runId + "/";
    }
}
