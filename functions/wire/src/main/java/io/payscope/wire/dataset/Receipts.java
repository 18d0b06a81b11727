package io.payscope.wire.dataset;

import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.FailedUpload;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.wire.json.JsonCodec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads and writes what the loads leave behind. */
public final class Receipts {

    private static final String JSON = "application/json";
    private static final String VECTORS = "vectors.json";
    private static final String COMPLETED = "completed.json";

    private final ObjectStore objects;

    public Receipts(ObjectStore objects) {
        this.objects = objects;
    }

    /** Writes the receipt of one part; the store itself remembers it too, so writing it again writes the same. */
    public void write(LoadReceipt receipt) {
        String key = Keys.receipt(receipt.bankId(), receipt.uploadId(), receipt.store(), receipt.part());
        objects.put(key, JsonCodec.encode(receipt), JSON);
    }

    /** Writes what the bank's namespace holds after an upload. */
    public void write(LoadedVectors vectors) {
        objects.put(Keys.receipts(vectors.bankId(), vectors.uploadId()) + VECTORS, JsonCodec.encode(vectors), JSON);
    }

    /** Writes that an upload is loaded. */
    public void write(CompletedUpload upload) {
        objects.put(Keys.receipts(upload.bankId(), upload.uploadId()) + COMPLETED, JsonCodec.encode(upload), JSON);
    }

    /** Writes why an upload could not be loaded; the last attempt's reason stays. */
    public void write(FailedUpload failed) {
        objects.put(Keys.failure(failed.bankId(), failed.uploadId()), JsonCodec.encode(failed), JSON);
    }

    /** @return why the last attempt to load an upload gave up, or empty if none did */
    public Optional<FailedUpload> failure(BankId bank, String uploadId) {
        return objects.find(Keys.failure(bank, uploadId))
                .map(body -> JsonCodec.decode(body.body(), FailedUpload.class));
    }

    /** @return the receipts of one upload's parts, of both stores */
    public List<LoadReceipt> ofUpload(BankId bank, String uploadId) {
        return parts(Keys.receipts(bank, uploadId));
    }

    /** @return the receipts of all parts of all uploads of a bank, of both stores */
    public List<LoadReceipt> ofBank(BankId bank) {
        return parts(Keys.receipts(bank));
    }

    /** @return what an upload's load of documents left, or empty if it has not come so far */
    public Optional<LoadedVectors> vectors(BankId bank, String uploadId) {
        return objects.find(Keys.receipts(bank, uploadId) + VECTORS)
                .map(body -> JsonCodec.decode(body.body(), LoadedVectors.class));
    }

    /** @return what the last load of documents of a bank left, by time and then by key, or empty if there was none */
    public Optional<LoadedVectors> latestVectors(BankId bank) {
        return objects.list(Keys.receipts(bank)).stream()
                .filter(head -> head.key().endsWith("/" + VECTORS))
                .max(Comparator.comparing(ObjectHead::lastModified).thenComparing(ObjectHead::key))
                .flatMap(head -> objects.find(head.key()))
                .map(body -> JsonCodec.decode(body.body(), LoadedVectors.class));
    }

    /** @return the completed uploads of a bank */
    public List<CompletedUpload> completed(BankId bank) {
        return objects.list(Keys.receipts(bank)).stream()
                .filter(head -> head.key().endsWith("/" + COMPLETED))
                .map(head -> decode(head.key(), CompletedUpload.class))
                .toList();
    }

    private List<LoadReceipt> parts(String prefix) {
        return objects.list(prefix).stream()
                .filter(head -> head.key().matches(".*/(ledger|graph)/part-\\d+\\.json"))
                .map(head -> decode(head.key(), LoadReceipt.class))
                .toList();
    }

    private <T> T decode(String key, Class<T> type) {
        ObjectBody body = objects.find(key)
                .orElseThrow(() -> new TransientFault("receipt " + key + " was removed while it was read"));
        return JsonCodec.decode(body.body(), type);
    }
}
