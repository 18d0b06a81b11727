package io.payscope.validatedatasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.DatasetValidation.Finding;
import io.payscope.core.stage.DatasetValidation.Verdict;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.Store;
import io.payscope.core.stage.ValidateDatasetsRequest;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValidateDatasetsTest {

    private static final BankId BANK = new BankId(3);
    private static final BankId OTHER = new BankId(4);
    private static final String JSON = "application/json";
    private static final String FRAUD_CARD = "models/bank=3/fraud/1/card.json";
    private static final String FORECAST_CARD = "models/bank=3/forecast/1/card.json";
    private static final String FRAUD_MODEL = "models/bank=3/fraud/1/model.txt";
    private static final String FORECAST_MODEL = "models/bank=3/forecast/1/model.json";
    private static final String PART = "prepared/bank=3/x/part-00001.csv.gz";

    private final InMemoryObjects objects = new InMemoryObjects();
    private final CountedLedger ledger = new CountedLedger();
    private final CountedGraph graph = new CountedGraph();
    private final CountedVectors vectors = new CountedVectors();
    private final ValidateDatasets stage = new ValidateDatasets(ledger, graph, vectors, objects);

    @BeforeEach
    void loadABank() {
        Receipts receipts = new Receipts(objects);
        receipts.write(new LoadReceipt(BANK, "u", Store.LEDGER, 0, 60, 60, 0, 0, 0));
        receipts.write(new LoadReceipt(BANK, "u", Store.LEDGER, 1, 50, 40, 10, 0, 0));
        receipts.write(new LoadReceipt(BANK, "u", Store.GRAPH, 0, 60, 60, 0, 80, 120));
        receipts.write(new LoadReceipt(BANK, "u", Store.GRAPH, 1, 50, 40, 10, 45, 75));
        receipts.write(new LoadedVectors(BANK, "u", 25));
        receipts.write(new CompletedUpload(BANK, "u", 110, 100, 100, 25));
        objects.put(Keys.parts(BANK, "u") + "parts.json", JsonCodec.encode(List.of(part(0), part(1))), JSON);
        object(part(0).key());
        object(PART);
        model("train-fraud", "a", FRAUD_CARD);
        model("train-fraud", "b", null);
        model("train-forecast", "c", FORECAST_CARD);
        card(FRAUD_CARD, "model.txt");
        card(FORECAST_CARD, "model.json");
        object(FRAUD_MODEL);
        object(FORECAST_MODEL);
        ledger.census = new LedgerCensus(100, 1, 100, 100, 2);
        graph.census = new GraphCensus(100, 125, 195);
        vectors.count = 25;
    }

    private static PartRef part(int index) {
        return new PartRef(index, "payscope-test", "prepared/bank=3/x/" + Keys.part(index), "0", 55);
    }

    private void object(String key) {
        objects.put(key, new byte[] {1}, "application/octet-stream");
    }

    private void card(String key, String modelFile) {
        objects.put(
                key,
                "{\"modelFile\":\"%s\",\"split\":null}".formatted(modelFile).getBytes(UTF_8),
                JSON);
    }

    private void model(String stageName, String hash, @Nullable String card) {
        ModelOutcome outcome = new ModelOutcome(
                BANK,
                ModelOutcome.Kind.FRAUD,
                card == null ? ModelOutcome.Status.NOT_TRAINABLE : ModelOutcome.Status.TRAINED,
                "",
                card,
                card == null ? null : "0",
                Map.of());
        EffectKey effect = new EffectKey(BANK, stageName, hash);
        objects.put(EffectResult.key(effect), JsonCodec.encode(new EffectResult<>("run", outcome)), JSON);
        objects.put(effect.prefix() + "claim-00000.json", new byte[0], JSON);
    }

    private DatasetValidation validate(BankId... banks) {
        return stage.run(new ValidateDatasetsRequest("test", List.of(banks)));
    }

    private static List<String> not(Verdict verdict, DatasetValidation validation) {
        return validation.findings().stream()
                .filter(finding -> finding.verdict() != verdict)
                .map(finding -> finding.store() + " " + finding.item() + " " + finding.expected() + " "
                        + finding.found() + " " + finding.verdict())
                .toList();
    }

    @Test
    void whatWasLoadedIsFound() {
        DatasetValidation validation = validate(BANK);
        assertThat(validation.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(validation.findings())
                .containsExactly(
                        new Finding(BANK, Store.LEDGER, "transactions", 100, 100, Verdict.MATCH),
                        new Finding(BANK, Store.LEDGER, "reports", 1, 1, Verdict.MATCH),
                        new Finding(BANK, Store.LEDGER, "hourly volume", 100, 100, Verdict.MATCH),
                        new Finding(BANK, Store.LEDGER, "daily volume", 100, 100, Verdict.MATCH),
                        new Finding(BANK, Store.GRAPH, "transactions", 100, 100, Verdict.MATCH),
                        new Finding(BANK, Store.GRAPH, "nodes", 125, 125, Verdict.MATCH),
                        new Finding(BANK, Store.GRAPH, "relationships", 195, 195, Verdict.MATCH),
                        new Finding(BANK, Store.VECTORS, "documents", 25, 25, Verdict.MATCH),
                        new Finding(BANK, Store.OBJECTS, "parts", 2, 2, Verdict.MATCH),
                        new Finding(BANK, Store.OBJECTS, "model objects", 4, 4, Verdict.MATCH));
    }

    @Test
    void aRowRemovedByHandIsMissed() {
        ledger.census = new LedgerCensus(99, 1, 100, 100, 2);
        DatasetValidation validation = validate(BANK);
        assertThat(validation.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(not(Verdict.MATCH, validation)).containsExactly("LEDGER transactions 100 99 MISMATCH");
    }

    @Test
    void aNodeRemovedByHandIsMissed() {
        graph.census = new GraphCensus(100, 124, 194);
        assertThat(not(Verdict.MATCH, validate(BANK)))
                .containsExactly("GRAPH nodes 125 124 MISMATCH", "GRAPH relationships 195 194 MISMATCH");
    }

    @Test
    void aVectorRemovedByHandIsMissed() {
        vectors.count = 24;
        assertThat(not(Verdict.MATCH, validate(BANK))).containsExactly("VECTORS documents 25 24 MISMATCH");
    }

    @Test
    void aModelOrPartRemovedByHandIsMissed() {
        objects.delete(FORECAST_CARD);
        objects.delete(PART);
        assertThat(not(Verdict.MATCH, validate(BANK)))
                .containsExactly("OBJECTS parts 2 1 MISMATCH", "OBJECTS model objects 4 2 MISMATCH");
    }

    @Test
    void aModelFileRemovedByHandIsMissedThoughItsCardIsThere() {
        objects.delete(FRAUD_MODEL);
        object("models/bank=3/fraud/1/model.json");
        assertThat(not(Verdict.MATCH, validate(BANK))).containsExactly("OBJECTS model objects 4 3 MISMATCH");
    }

    @Test
    void theListOfPartsRemovedByHandIsMissedItself() {
        objects.delete(Keys.parts(BANK, "u") + "parts.json");
        assertThat(not(Verdict.MATCH, validate(BANK))).containsExactly("OBJECTS parts 1 0 MISMATCH");
    }

    @Test
    void aCardThatNamesNoModelFileLeavesTheModelsUnknown() {
        objects.put(FRAUD_CARD, "{}".getBytes(UTF_8), JSON);
        assertThat(not(Verdict.MATCH, validate(BANK))).containsExactly("OBJECTS model objects 4 -1 UNAVAILABLE");
    }

    @Test
    void whatNobodyLoadedIsMissedToo() {
        ledger.census = new LedgerCensus(101, 2, 100, 100, 2);
        assertThat(not(Verdict.MATCH, validate(BANK)))
                .containsExactly("LEDGER transactions 100 101 MISMATCH", "LEDGER reports 1 2 MISMATCH");
    }

    @Test
    void aStoreThatDoesNotAnswerLeavesTheOthersIntact() {
        graph.failure = new TransientFault("no answer");
        vectors.failure = new ConfigFault("refused");
        ledger.census = new LedgerCensus(99, 1, 100, 100, 2);
        DatasetValidation validation = validate(BANK);
        assertThat(validation.verdict()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(not(Verdict.MATCH, validation))
                .containsExactly(
                        "LEDGER transactions 100 99 MISMATCH",
                        "GRAPH transactions 100 -1 UNAVAILABLE",
                        "GRAPH nodes 125 -1 UNAVAILABLE",
                        "GRAPH relationships 195 -1 UNAVAILABLE",
                        "VECTORS documents 25 -1 UNAVAILABLE");
    }

    @Test
    void wrongDataInOneStoreOrADefectOfOneLeavesTheOthersIntact() {
        graph.failure = new DataFault("malformed");
        vectors.failure = new BugFault("defect");
        assertThat(not(Verdict.MATCH, validate(BANK)))
                .containsExactly(
                        "GRAPH transactions 100 -1 UNAVAILABLE",
                        "GRAPH nodes 125 -1 UNAVAILABLE",
                        "GRAPH relationships 195 -1 UNAVAILABLE",
                        "VECTORS documents 25 -1 UNAVAILABLE");
    }

    @Test
    void withoutReceiptsNothingCanBeHeldAgainstAnything() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        URI down = URI.create("http://127.0.0.1:" + closed);
        try (S3ObjectStore unreachable = S3ObjectStore.open(new ObjectSettings("bucket", down, "key", "secret"))) {
            DatasetValidation validation = new ValidateDatasets(ledger, graph, vectors, unreachable)
                    .run(new ValidateDatasetsRequest("test", List.of(BANK)));
            assertThat(not(Verdict.UNAVAILABLE, validation)).isEmpty();
            assertThat(validation.findings()).extracting(Finding::expected).containsOnly(-1L);
        }
    }

    @Test
    void aBankWithNothingHoldsNothing() {
        assertThat(validate(OTHER).verdict()).isEqualTo(Verdict.MATCH);
        assertThat(validate(OTHER).findings()).extracting(Finding::found).containsOnly(0L);
        assertThat(validate(BANK, OTHER, BANK).findings()).hasSize(20);
        assertThat(validate().verdict()).isEqualTo(Verdict.MATCH);
    }
}
