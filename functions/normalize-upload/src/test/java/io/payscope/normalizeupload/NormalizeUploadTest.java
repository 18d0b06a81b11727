package io.payscope.normalizeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.NormalizeUploadRequest;
import io.payscope.core.stage.NormalizedUpload;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.quality.ColumnSummary;
import io.payscope.datasets.quality.HeaderWarning;
import io.payscope.datasets.quality.Origin;
import io.payscope.datasets.quality.QualityReport;
import io.payscope.datasets.quality.RowFlow;
import io.payscope.datasets.quality.RuleCount;
import io.payscope.learning.drift.DriftColumn;
import io.payscope.learning.drift.DriftReference;
import io.payscope.learning.drift.DriftReport;
import io.payscope.learning.drift.DriftReport.Verdict;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.UploadId;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.part.PartReader;
import io.payscope.wire.registry.ModelRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizeUploadTest {

    private static final BankId BANK = new BankId(3);
    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";
    private static final String GOOD = "1,PAYMENT,9839.64,C1231006815,170136,160296.36,M1979787155,0,0,0,0\n";
    private static final String FRAUD = "2,TRANSFER,181.00,C1305486145,181.0,0.0,C553264065,0.0,0.0,1,0\n";

    @TempDir
    private Path folder;

    private FolderObjectStore objects;
    private NormalizeUpload stage;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        stage = new NormalizeUpload(objects, Catalog.load(), temporary, Clock.systemUTC());
    }

    @Test
    void uploadIsComparedWithWhatTheServingModelLearnedFrom() throws IOException {
        String prefix = Keys.model(BANK, "fraud", "v1");
        DriftColumn hour = new DriftColumn("tx_hour", List.of(12.0), List.of(), List.of(0.5, 0.5, 0.0), 1000);
        DriftReference reference = new DriftReference("v1", List.of(hour), hour);
        objects.put(prefix + "reference.json", JsonCodec.encode(reference), "application/json");
        new ModelRegistry(objects, Clock.systemUTC())
                .register(
                        BANK,
                        ModelOutcome.Kind.FRAUD,
                        new RegisteredModel("v1", prefix + "card.json", "0".repeat(64)),
                        "run-1",
                        champion -> new PromotionVerdict(true, List.of(), "the first"));
        StringBuilder early = new StringBuilder(HEADER);
        for (int i = 0; i < 200; i++) {
            early.append("1,PAYMENT,").append(i + 1).append(".00,C1,170136,160296.36,M1,0,0,0,0\n");
        }
        NormalizedUpload many = upload("early.csv", early.toString().getBytes(StandardCharsets.UTF_8));
        NormalizedUpload few = upload("few.csv", (HEADER + FRAUD + GOOD).getBytes(StandardCharsets.UTF_8));

        DriftReport shifted = drift(many);
        assertThat(shifted.version()).isEqualTo("v1");
        assertThat(shifted.n()).isEqualTo(200);
        assertThat(shifted.columns()).extracting(DriftReport.Column::verdict).containsExactly(Verdict.SHIFTED);
        assertThat(drift(few).columns()).extracting(DriftReport.Column::verdict).containsExactly(Verdict.UNKNOWN);
    }

    private DriftReport drift(NormalizedUpload upload) {
        String key = Keys.drift(BANK, upload.uploadId());
        return JsonCodec.decode(objects.find(key).orElseThrow().body(), DriftReport.class);
    }

    @Test
    void withoutAModelNothingIsCompared() throws IOException {
        upload("file.csv", (HEADER + FRAUD + GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(objects.list("reports/bank=3/drift/")).isEmpty();
    }

    @Test
    void rawFileBecomesPartsInFileOrder() throws IOException {
        NormalizedUpload upload = upload("file.csv", (HEADER + FRAUD + GOOD + GOOD).getBytes(StandardCharsets.UTF_8));

        assertThat(upload.rows()).isEqualTo(2);
        assertThat(identity(upload).duplicatesRemoved()).isEqualTo(1);
        assertThat(identity(upload).source().version()).isEqualTo("upload");
        assertThat(upload.bytes()).isPositive();
        assertThat(rows(identity(upload).parts()))
                .extracting(CanonicalTransaction::payeeId)
                .containsExactly("C553264065", "M1979787155");
        assertThat(new String(objects.find(upload.partsKey()).orElseThrow().body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(JsonCodec.encode(identity(upload).parts()), StandardCharsets.UTF_8));
    }

    @Test
    void compressedFileIsToldByItsFirstBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(upload("no-ending", bytes.toByteArray()).rows()).isEqualTo(1);
    }

    @Test
    void canonicalFileKeepsIdsAndFeatures() throws IOException {
        NormalizedUpload first = upload("raw.csv", (HEADER + GOOD + FRAUD).getBytes(StandardCharsets.UTF_8));
        PartRef part = identity(first).parts().getFirst();
        byte[] canonical;
        try (GZIPInputStream in = new GZIPInputStream(objects.open(part.key()))) {
            canonical = in.readAllBytes();
        }

        NormalizedUpload second = upload("canonical.csv", canonical);

        assertThat(identity(second).parts().getFirst().sha256()).isEqualTo(part.sha256());
        assertThat(identity(second).features()).isEqualTo(identity(first).features());
    }

    @Test
    void badRowsAreRefusedWithLineAndRule() throws IOException {
        String rows = GOOD
                + GOOD.replace("9839.64", "\"1,234.56\"")
                + GOOD.replace("9839.64", "-5")
                + GOOD.replace("9839.64", "")
                + GOOD.replace("PAYMENT", "GIFT")
                + "1,PAYMENT\n"
                + FRAUD;
        NormalizedUpload upload = upload("file.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));

        assertThat(upload.rows()).isEqualTo(2);
        assertThat(upload.rejected()).isEqualTo(5);
        String key = "rejects/bank=3/" + upload.uploadId() + ".csv.gz";
        try (GZIPInputStream in = new GZIPInputStream(objects.open(key))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "file,line,column,rule,value",
                            "uploads/bank=3/file.csv,3,amount,number,\"1,234.56\"",
                            "uploads/bank=3/file.csv,4,amount,amount-not-negative,-5",
                            "uploads/bank=3/file.csv,5,amount,present,",
                            "uploads/bank=3/file.csv,6,type,type-known,GIFT",
                            "uploads/bank=3/file.csv,7,,field-count,\"2 fields, expected 11\"");
        }
    }

    @Test
    void reportAccountsForEveryRowOfTheFile() {
        String header = HEADER.replace("nameOrig", "nameorig").replace("\n", ",note\n");
        String rows = (GOOD + GOOD + FRAUD + GOOD.replace("9839.64", "-5")).replace("\n", ",x\n");
        NormalizedUpload upload = upload("file.csv", (header + rows).getBytes(StandardCharsets.UTF_8));

        QualityReport report = report(upload.uploadId());

        assertThat(report.origin()).isEqualTo(Origin.ORIGINAL);
        assertThat(report.source().version()).isEqualTo("upload");
        assertThat(report.rows()).isEqualTo(new RowFlow(4, 1, 1, 0, 2, 2));
        assertThat(report.rules()).extracting(RuleCount::rule).containsExactly("amount-not-negative");
        assertThat(report.headers())
                .containsExactlyInAnyOrder(
                        new HeaderWarning("uploads/bank=3/file.csv", HeaderWarning.Kind.MAPPED, "nameorig", "nameOrig"),
                        new HeaderWarning("uploads/bank=3/file.csv", HeaderWarning.Kind.IGNORED, "note", ""));
        assertThat(Objects.requireNonNull(report.amounts()).maximum()).isEqualTo(9839.64);
        assertThat(report.months()).satisfiesExactly(month -> assertThat(month.fraud() + month.legitimate())
                .isEqualTo(2));
        assertThat(report.files())
                .satisfiesExactly(file -> assertThat(file.file()).isEqualTo("uploads/bank=3/file.csv"));
        assertThat(objects.head(Keys.qualityPage(BANK, upload.uploadId()))).isPresent();
    }

    @Test
    void canonicalFileHasAReportOfItsOwnColumns() throws IOException {
        NormalizedUpload first = upload("raw.csv", (HEADER + GOOD + FRAUD).getBytes(StandardCharsets.UTF_8));
        byte[] canonical;
        try (GZIPInputStream in = new GZIPInputStream(
                objects.open(identity(first).parts().getFirst().key()))) {
            canonical = in.readAllBytes();
        }

        QualityReport report = report(upload("canonical.csv", canonical).uploadId());

        assertThat(report.rows()).isEqualTo(new RowFlow(2, 0, 0, 0, 2, 2));
        assertThat(report.files().getFirst().columns())
                .extracting(ColumnSummary::name)
                .contains("transaction_id", "occurred_at", "amount");
    }

    @Test
    void fileWithoutValidRowsHasAReport() {
        byte[] body = (HEADER + GOOD.replace("9839.64", "-5")).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> upload("file.csv", body)).isInstanceOf(DataFault.class);

        assertThat(report(id(body)).notices()).contains("No row is valid.");
    }

    private QualityReport report(String uploadId) {
        return JsonCodec.decode(
                objects.find(Keys.qualityReport(BANK, uploadId)).orElseThrow().body(), QualityReport.class);
    }

    @Test
    void otherHeaderIsRefusedByName() {
        assertThatThrownBy(() -> upload("file.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("uploads/bank=3/file.csv line 1: expected the column 'step', found [a, b]");
    }

    @Test
    void fileWithoutValidRowsIsRefused() {
        assertThatThrownBy(() -> upload("file.csv", HEADER.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("expected valid rows, found none among 0");
    }

    @Test
    void fileReplacedSinceItWasRegisteredIsRefused() {
        String key = "uploads/bank=3/file.csv";
        String registered = id((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        objects.put(key, (HEADER + FRAUD).getBytes(StandardCharsets.UTF_8), "text/csv");

        assertThatThrownBy(() -> stage.run(request(
                        registered, null, new RegisterUploadRequest.UploadedObject(objects.bucket(), key, null, null))))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith(
                        key + ": changed since it was registered; its newer version is an upload of its own");
        assertThat(objects.list("parts/")).isEmpty();
    }

    @Test
    void preparedDatasetIsTakenAsItIs() throws IOException {
        NormalizedUpload made = upload("file.csv", (HEADER + GOOD + FRAUD).getBytes(StandardCharsets.UTF_8));

        NormalizedUpload adopted = stage.run(request("u2", made.manifest(), null));

        assertThat(adopted.manifest()).isEqualTo(made.manifest());
        assertThat(adopted.rows()).isEqualTo(2);
        assertThat(adopted.bytes()).isEqualTo(made.bytes());
        assertThat(adopted.partsKey()).isEqualTo("parts/bank=3/upload=u2/parts.json");
    }

    @Test
    void preparedDatasetWithoutAPartIsRefused() {
        NormalizedUpload made = upload("file.csv", (HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        objects.delete(identity(made).parts().getFirst().key());

        assertThatThrownBy(() -> stage.run(request("u2", made.manifest(), null)))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("part 0 is missing");
    }

    private NormalizedUpload upload(String name, byte[] body) {
        String key = "uploads/bank=3/" + name;
        objects.put(key, body, "text/csv");
        return stage.run(
                request(id(body), null, new RegisterUploadRequest.UploadedObject(objects.bucket(), key, null, null)));
    }

    private static String id(byte[] body) {
        return UploadId.of(BANK, Hashes.sha256(body));
    }

    private static NormalizeUploadRequest request(
            String uploadId, @Nullable ManifestRef manifest, RegisterUploadRequest.@Nullable UploadedObject object) {
        return new NormalizeUploadRequest("execution-1", BANK, uploadId, manifest, object);
    }

    private ManifestIdentity identity(NormalizedUpload upload) {
        return new Manifests(objects).read(upload.manifest()).identity();
    }

    private List<CanonicalTransaction> rows(List<PartRef> parts) throws IOException {
        List<CanonicalTransaction> rows = new ArrayList<>();
        for (PartRef part : parts) {
            try (PartReader reader = new Manifests(objects).open(BANK, part)) {
                reader.transactions().forEachRemaining(rows::add);
            }
        }
        return rows;
    }
}
