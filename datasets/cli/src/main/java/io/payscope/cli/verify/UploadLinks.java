package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.Store;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.UploadId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds an upload's list of parts, receipts and final record against its dataset. */
final class UploadLinks {

    private static final Pattern FOLDER = Pattern.compile("/upload=([0-9a-f]+)/");
    private static final String CLAIMED_BY = "register-upload";

    private final Evidence evidence;
    private final Links links;
    private final List<Dataset> datasets;

    /** @param datasets of the bank */
    UploadLinks(Evidence evidence, Links links, List<Dataset> datasets) {
        this.evidence = evidence;
        this.links = links;
        this.datasets = List.copyOf(datasets);
    }

    /** Checks every upload of the bank that left anything. */
    void check(BankId bank) {
        for (String id : uploads(bank)) {
            Optional<Dataset> dataset = dataset(bank, id);
            if (dataset.isEmpty()) {
                links.absent(Kind.UPLOAD, Keys.parts(bank, id), "no dataset there has this upload id");
            } else {
                partsList(bank, id, dataset.get());
                loads(bank, id, dataset.get());
            }
        }
    }

    private Set<String> uploads(BankId bank) {
        Set<String> ids = new TreeSet<>();
        for (String prefix : List.of("parts/" + bank.segment() + "/", Keys.receipts(bank))) {
            for (String key : evidence.keys(prefix)) {
                Matcher folder = FOLDER.matcher(key);
                if (folder.find()) {
                    ids.add(folder.group(1));
                }
            }
        }
        return ids;
    }

    private Optional<Dataset> dataset(BankId bank, String id) {
        return datasets.stream()
                .filter(dataset -> dataset.isUpload()
                        ? dataset.folder().equals("upload=" + id)
                        : UploadId.of(bank, dataset.sha256()).equals(id))
                .findFirst();
    }

    private void partsList(BankId bank, String id, Dataset dataset) {
        String key = Keys.parts(bank, id) + "parts.json";
        if (!evidence.has(key)) {
            links.absent(Kind.PARTS_LIST, key, "the list of parts is not there");
            return;
        }
        links.read(Kind.PARTS_LIST, key, "a list of parts", () -> List.of(evidence.decode(key, PartRef[].class)))
                .ifPresent(found -> {
                    if (found.equals(dataset.identity().parts())) {
                        links.sound(Kind.PARTS_LIST, key, found.size() + " parts of " + dataset.key());
                    } else {
                        links.broken(Kind.PARTS_LIST, key, "the parts of " + dataset.key(), "other parts");
                    }
                });
    }

    private void loads(BankId bank, String id, Dataset dataset) {
        ReceiptLinks receipts = new ReceiptLinks(evidence, links, bank, id);
        OptionalLong ledger = receipts.check(Store.LEDGER, dataset.identity().parts());
        OptionalLong graph = receipts.check(Store.GRAPH, dataset.identity().parts());
        String key = Keys.receipts(bank, id) + "completed.json";
        if (!evidence.has(key)) {
            links.absent(Kind.UPLOAD, key, "the upload is not complete");
            return;
        }
        links.read(Kind.UPLOAD, key, "the record of an upload", () -> evidence.decode(key, CompletedUpload.class))
                .ifPresent(done -> {
                    links.equal(Kind.UPLOAD, key, "rows", dataset.identity().rowsKept(), done.rows());
                    ledger.ifPresent(
                            sum -> links.equal(Kind.UPLOAD, key, "inserted in LEDGER", sum, done.ledgerInserted()));
                    graph.ifPresent(
                            sum -> links.equal(Kind.UPLOAD, key, "inserted in GRAPH", sum, done.graphInserted()));
                    vectors(bank, id, done);
                    claim(bank, id, done);
                });
    }

    private void vectors(BankId bank, String id, CompletedUpload done) {
        String key = Keys.receipts(bank, id) + "vectors.json";
        if (!evidence.has(key)) {
            links.absent(Kind.RECEIPT, key, "the receipt is not there");
            return;
        }
        links.read(Kind.RECEIPT, key, "a receipt of documents", () -> evidence.decode(key, LoadedVectors.class))
                .ifPresent(found -> links.equal(Kind.RECEIPT, key, "documents", done.documents(), found.documents()));
    }

    private void claim(BankId bank, String id, CompletedUpload done) {
        String key = EffectResult.key(new EffectKey(bank, CLAIMED_BY, id));
        if (!evidence.has(key)) {
            links.absent(Kind.UPLOAD, key, "the upload's claim is not closed");
            return;
        }
        links.read(Kind.UPLOAD, key, "the result of a claim", () -> EffectResult.decode(
                                evidence.body(key), CompletedUpload.class)
                        .result())
                .ifPresent(found -> links.equal(Kind.UPLOAD, key, "claimed as", done, found));
    }
}
