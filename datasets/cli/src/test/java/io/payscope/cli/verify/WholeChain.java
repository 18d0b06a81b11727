package io.payscope.cli.verify;

import io.payscope.core.claim.EffectKey;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.BankOutcome;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.DataSource;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.Store;
import io.payscope.core.stage.SummarizeRunRequest;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.FileNormalization;
import io.payscope.datasets.Preparation;
import io.payscope.datasets.PreparationTask;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.synthesize.BankSynthesis;
import io.payscope.datasets.synthesize.UtilityMeasure;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.dataset.UploadId;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A bucket in which a run of bank 3, its models, bank 5 and an outside file left everything that they leave. */
final class WholeChain {

    static final BankId BANK = new BankId(3);

    private static final String JSON = "application/json";
    private static final long ROWS = 300;

    private final FolderObjectStore objects;
    private final Path temporary;
    private final Catalog catalog = Catalog.load();
    private final BankEntry entry = catalog.entry(BANK);

    WholeChain(Path bucket) throws IOException {
        this.objects = new FolderObjectStore(bucket);
        this.temporary = Files.createTempDirectory("chain");
    }

    void write() {
        new RawSimulation(objects, catalog, temporary).write(entry, "raw/", ROWS, 42);
        PreparationTask task = new PreparationTask(
                entry, catalog.fingerprint(BANK), RawFiles.locate(objects, "raw/", entry), "simulated", ROWS, 42);
        PreparedDataset prepared = new Preparation(objects, temporary, Clock.systemUTC()).prepare(task);
        result(new EffectKey(BANK, "prepare-dataset", task.datasetId()), prepared);
        CompletedUpload upload = load(prepared.manifest());
        ModelOutcome model = model(prepared.manifest());
        synthetic(prepared.manifest());
        outside();
        run(new BankOutcome(BANK, null, null, null, prepared, upload, model, null));
    }

    private void result(EffectKey effect, Object result) {
        json(EffectResult.key(effect), new EffectResult<>("run-1", result));
    }

    private void json(String key, Object value) {
        objects.put(key, JsonCodec.encode(value), JSON);
    }

    private void synthetic(ManifestRef source) {
        BankId bank = new BankId(5);
        BankSynthesis synthesis =
                new BankSynthesis(objects, catalog, temporary, Clock.systemUTC(), UtilityMeasure.NONE);
        SynthesizeBankRequest request = new SynthesizeBankRequest("run-1", bank, List.of(source), 100L, 42);
        result(new EffectKey(bank, "synthesize-bank", synthesis.datasetId(request)), synthesis.synthesize(request));
    }

    private void outside() {
        String key = "uploads/bank=3/mine.csv";
        String csv = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,"
                + "isFraud,isFlaggedFraud\n"
                + "1,TRANSFER,100.50,C77,9000,8000,C88,0,0,0,0\n2,TRANSFER,-5,C77,9000,8000,C88,0,0,0,0\n";
        objects.put(key, csv.getBytes(StandardCharsets.UTF_8), "text/csv");
        String id = UploadId.of(BANK, RawObject.of(objects, key, key).sha256());
        load(new FileNormalization(objects, catalog, temporary, Clock.systemUTC()).normalize(BANK, id, key), id);
    }

    private CompletedUpload load(ManifestRef manifest) {
        return load(manifest, UploadId.of(BANK, manifest.sha256()));
    }

    /** What normalize-upload, the loads and complete-upload leave. */
    private CompletedUpload load(ManifestRef manifest, String id) {
        ManifestIdentity identity = new Manifests(objects).read(manifest).identity();
        json(Keys.parts(BANK, id) + "parts.json", identity.parts());
        Receipts receipts = new Receipts(objects);
        for (PartRef part : identity.parts()) {
            long present = part.rows() / 2;
            long inserted = part.rows() - present;
            receipts.write(new LoadReceipt(BANK, id, Store.LEDGER, part.index(), part.rows(), inserted, present, 0, 0));
            receipts.write(new LoadReceipt(BANK, id, Store.GRAPH, part.index(), part.rows(), inserted, present, 7, 8));
        }
        receipts.write(new LoadedVectors(BANK, id, 9));
        long inserted = identity.parts().stream()
                .mapToLong(part -> part.rows() - part.rows() / 2)
                .sum();
        CompletedUpload completed = new CompletedUpload(BANK, id, identity.rowsKept(), inserted, inserted, 9);
        receipts.write(completed);
        result(new EffectKey(BANK, "register-upload", id), completed);
        return completed;
    }

    /** A card with what verification reads of it, and something that it does not know. */
    private ModelOutcome model(ManifestRef manifest) {
        byte[] model = "trees".getBytes(StandardCharsets.UTF_8);
        String prefix = Keys.model(BANK, "fraud", "0123456789abcdef");
        objects.put(prefix + "model.txt", model, "text/plain");
        byte[] card = JsonCodec.encode(Map.of(
                "modelFile",
                "model.txt",
                "modelSha256",
                Hashes.sha256(model),
                "origin",
                Map.of("manifestSha256", manifest.sha256()),
                "news",
                1));
        objects.put(prefix + "card.json", card, JSON);
        ModelOutcome outcome = new ModelOutcome(
                BANK,
                ModelOutcome.Kind.FRAUD,
                ModelOutcome.Status.TRAINED,
                "",
                prefix + "card.json",
                Hashes.sha256(card),
                Map.of("averagePrecision", 0.5));
        result(new EffectKey(BANK, "train-fraud", Hashes.sha256("input")), outcome);
        new ModelRegistry(objects, Clock.systemUTC())
                .register(
                        BANK,
                        ModelOutcome.Kind.FRAUD,
                        new RegisteredModel("0123456789abcdef", prefix + "card.json", Hashes.sha256(card)),
                        "run-1",
                        champion -> new PromotionVerdict(champion.isEmpty(), List.of(), "the first"));
        return outcome;
    }

    private void run(BankOutcome bank) {
        SummarizeRunRequest run =
                new SummarizeRunRequest("run-1", Instant.EPOCH, DataSource.SIMULATED, ROWS, 42, List.of(bank), null);
        String prefix = Keys.run("run-1");
        json(prefix + "summary.json", Map.of("status", "SUCCEEDED", "reasons", List.of(), "run", run));
        String training = "{\"runId\":\"run-1\",\"banks\":[{\"bankId\":3,\"fraud\":"
                + new String(JsonCodec.encode(bank.fraud()), StandardCharsets.UTF_8) + ",\"forecast\":null}]}";
        objects.put(prefix + "ml_training_summary.json", training.getBytes(StandardCharsets.UTF_8), JSON);
    }
}
