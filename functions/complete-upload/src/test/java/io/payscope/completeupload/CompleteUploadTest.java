package io.payscope.completeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.manifest.Provenance;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.ClosedUpload;
import io.payscope.core.stage.CompleteUploadRequest;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.Store;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerUploads;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompleteUploadTest {

    private static EmbeddedLedger ledger;
    private static int banks;

    private final BankId bank = new BankId(++banks);
    private final InMemoryObjects objects = new InMemoryObjects();
    private final Manifests manifests = new Manifests(objects);
    private final Receipts receipts = new Receipts(objects);
    private final RecordedClaims claims = new RecordedClaims();
    private final CompleteUpload stage =
            new CompleteUpload(manifests, receipts, new LedgerUploads(ledger.transactions()), claims);

    private final List<PartRef> parts =
            List.of(new PartRef(0, "payscope-test", "p0", "s0", 100), new PartRef(1, "payscope-test", "p1", "s1", 40));

    @BeforeAll
    static void start() throws SQLException {
        ledger = EmbeddedLedger.migrated();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void loadEverything() {
        receipts.write(receipt(Store.LEDGER, 0, 100, 90, 10));
        receipts.write(receipt(Store.LEDGER, 1, 40, 40, 0));
        receipts.write(receipt(Store.GRAPH, 0, 100, 100, 0));
        receipts.write(receipt(Store.GRAPH, 1, 40, 40, 0));
        receipts.write(new LoadedVectors(bank, "u", 17));
    }

    @Test
    void receiptsThatAddUpCompleteTheUploadEverywhere() {
        CompletedUpload expected = new CompletedUpload(bank, "u", 140, 130, 140, 17);
        assertThat(stage.run(request(140)).completed()).isEqualTo(expected);
        assertThat(stage.run(request(140)).completed()).isEqualTo(expected);
        assertThat(receipts.completed(bank)).containsExactly(expected);
        assertThat(claims.results()).containsExactly(Map.entry(new EffectKey(bank, "register-upload", "u"), expected));
        assertThat(reports()).isOne();
    }

    @Test
    void aPartWithoutAReceiptIsNamed() {
        objects.delete("receipts/" + bank.segment() + "/upload=u/graph/part-00001.json");
        assertFails(140, "part 1 (p1) has no receipt of GRAPH");
    }

    @Test
    void numbersThatDoNotAddUpAreNamed() {
        receipts.write(receipt(Store.LEDGER, 1, 40, 30, 9));
        assertFails(
                140,
                "part 1 (p1): expected 40 rows in LEDGER, found a receipt for 40 rows, 30 inserted and 9 already "
                        + "present");
    }

    @Test
    void aReceiptForAnotherNumberOfRowsIsNamed() {
        receipts.write(receipt(Store.GRAPH, 0, 99, 99, 0));
        assertFails(140, "part 0 (p0): expected 100 rows in GRAPH, found a receipt for 99 rows");
    }

    @Test
    void aReceiptForAPartThatIsNotThereIsRefused() {
        receipts.write(receipt(Store.LEDGER, 2, 5, 5, 0));
        assertFails(140, "expected 2 receipts of LEDGER, found 3");
    }

    @Test
    void documentsAreNeeded() {
        objects.delete("receipts/" + bank.segment() + "/upload=u/vectors.json");
        assertFails(140, "there is no receipt of VECTORS");
    }

    @Test
    void partsThatAreNotTheManifestsRowsAreRefused() {
        assertFails(141, "expected 141 rows by the reference and 141 by the manifest, found 140 in its parts");
    }

    @Test
    void aFailureGivesTheClaimUp() {
        EffectKey claim = new EffectKey(bank, "register-upload", "u");
        claims.claim(claim, "execution", CompletedUpload.class);

        ClosedUpload closed = stage.run(new CompleteUploadRequest(
                "execution", bank, "u", null, new CompleteUploadRequest.UploadFailure("DataFault", "part 1: bad")));

        assertThat(closed).isEqualTo(new ClosedUpload(bank, "u", null));
        assertThat(receipts.failure(bank, "u").orElseThrow().failure().cause()).isEqualTo("part 1: bad");
        assertThat(receipts.ofUpload(bank, "u"))
                .as("what was loaded keeps its receipts")
                .hasSize(4);
        assertThat(claims.claim(claim, "another", CompletedUpload.class)).isInstanceOf(Claiming.Won.class);
        assertThat(reports()).isZero();
    }

    @Test
    void neitherManifestNorFailureIsRefused() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new CompleteUploadRequest("execution", bank, "u", null, null)));
    }

    private void assertFails(long rows, String message) {
        CompleteUploadRequest request = request(rows);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(request))
                .withMessageStartingWith("upload u of bank " + bank)
                .withMessageContaining(message);
        assertThat(receipts.completed(bank)).isEmpty();
        assertThat(claims.results()).isEmpty();
        assertThat(reports()).isZero();
    }

    private long reports() {
        return new LedgerQueries(ledger.transactions()).census(bank).reports();
    }

    private CompleteUploadRequest request(long rows) {
        ManifestIdentity identity = new ManifestIdentity(
                ManifestIdentity.SCHEMA_VERSION,
                bank,
                new SourceInfo("test", "1", "none"),
                List.of(),
                "content",
                rows,
                rows,
                Map.of(),
                0,
                new LabelCounts(0, 0, rows),
                new LabelCounts(0, 0, rows),
                Map.of(),
                42,
                null,
                List.of(),
                new LearningPlan(null, null),
                parts);
        ManifestRef manifest = manifests.write(
                "parts/" + bank.segment() + "/upload=u/",
                new DatasetManifest(identity, new Provenance("test", Instant.EPOCH, Map.of())));
        return new CompleteUploadRequest("execution", bank, "u", manifest, null);
    }

    private LoadReceipt receipt(Store store, int part, long rows, long inserted, long present) {
        return new LoadReceipt(bank, "u", store, part, rows, inserted, present, 0, 0);
    }
}
