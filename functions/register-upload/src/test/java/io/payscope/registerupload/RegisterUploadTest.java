package io.payscope.registerupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.Provenance;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.core.stage.RegisterUploadRequest.UploadedObject;
import io.payscope.core.stage.RegisteredUpload;
import io.payscope.core.stage.RegisteredUpload.Outcome;
import io.payscope.objects.S3Claims;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterUploadTest {

    private static final BankId BANK = new BankId(3);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String KEY = "uploads/bank=3/file.csv";

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Claims claims = new S3Claims(objects, Clock.fixed(NOW, ZoneOffset.UTC), "a", Duration.ofMinutes(15));
    private final RegisterUpload stage = new RegisterUpload(objects, claims, Set.of(BANK, new BankId(4)));

    private void put(String key, String content) {
        objects.put(key, content.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private RegisteredUpload register(String execution, String key) {
        return stage.run(
                new RegisterUploadRequest(execution, null, new UploadedObject(objects.bucket(), key, null, null)));
    }

    private RegisteredUpload registerManifest(String execution, ManifestRef ref) {
        return stage.run(new RegisterUploadRequest(execution, ref, null));
    }

    private ManifestRef manifest(BankId bank) {
        ManifestIdentity identity = new ManifestIdentity(
                ManifestIdentity.SCHEMA_VERSION,
                bank,
                new SourceInfo("name", "1", "licence"),
                List.of(),
                "0",
                0,
                0,
                Map.of(),
                0,
                new LabelCounts(0, 0, 0),
                new LabelCounts(0, 0, 0),
                Map.of(),
                42,
                null,
                List.of(),
                new LearningPlan(null, null),
                List.of());
        return new Manifests(objects)
                .write("prepared/bank=3/x/", new DatasetManifest(identity, new Provenance("1", NOW, Map.of())));
    }

    @Test
    void aFileIsClaimedByItsContent() {
        put(KEY, "content");
        RegisteredUpload registered = register("run-1", KEY);
        String content = Hashes.sha256("content".getBytes(StandardCharsets.UTF_8));
        assertThat(registered)
                .isEqualTo(new RegisteredUpload(
                        BANK,
                        Hashes.sha256("3", content).substring(0, 16),
                        Outcome.CLAIMED,
                        "run-1",
                        null,
                        null,
                        new UploadedObject(objects.bucket(), KEY, null, null)));
    }

    @Test
    void theSameContentUnderAnotherNameIsInProgressThenLoaded() {
        put(KEY, "content");
        put("uploads/bank=3/sub folder/caf\u00e9+1.csv", "content");
        String uploadId = register("run-1", KEY).uploadId();
        RegisteredUpload second = register("run-2", "uploads/bank=3/sub folder/caf\u00e9+1.csv");
        assertThat(second.outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(second.winner()).isEqualTo("run-1");
        assertThat(second.uploadId()).isEqualTo(uploadId);
        assertThat(second.completed()).isNull();

        CompletedUpload completed = new CompletedUpload(BANK, uploadId, 1, 1, 1, 0);
        claims.complete(new EffectKey(BANK, RegisterUpload.NAME, uploadId), "run-1", completed, CompletedUpload.class);
        RegisteredUpload third = register("run-3", KEY);
        assertThat(third.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
        assertThat(third.winner()).isEqualTo("run-1");
        assertThat(third.completed()).isEqualTo(completed);
    }

    @Test
    void aRetryOfTheSameExecutionIsClaimedAgain() {
        put(KEY, "content");
        register("run-1", KEY);
        assertThat(register("run-1", KEY).outcome()).isEqualTo(Outcome.CLAIMED);
    }

    @Test
    void theSameContentOfAnotherBankIsAnotherUpload() {
        put(KEY, "content");
        put("uploads/bank=4/file.csv", "content");
        assertThat(register("run-1", "uploads/bank=4/file.csv").uploadId())
                .isNotEqualTo(register("run-2", KEY).uploadId());
    }

    @Test
    void aManifestIsClaimedByItsHash() {
        ManifestRef ref = manifest(BANK);
        RegisteredUpload registered = registerManifest("run-1", ref);
        assertThat(registered.uploadId())
                .isEqualTo(Hashes.sha256("3", ref.sha256()).substring(0, 16));
        assertThat(registered.manifest()).isEqualTo(ref);
        assertThat(registered.object()).isNull();
        assertThat(registerManifest("run-2", ref).outcome()).isEqualTo(Outcome.IN_PROGRESS);
    }

    @Test
    void aManifestThatIsNotTheOneNamedIsRefused() {
        ManifestRef ref = manifest(BANK);
        ManifestRef other = new ManifestRef(ref.bucket(), ref.key(), "0".repeat(64), ref.rows());
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> registerManifest("run-1", other))
                .withMessageContaining("sha256");
        ManifestRef unknownBank = manifest(new BankId(9));
        assertThatExceptionOfType(DataFault.class).isThrownBy(() -> registerManifest("run-1", unknownBank));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploads/bank=3/",
                "uploads/bank=3",
                "uploads/bank=3//file.csv",
                "uploads/bank=3/../bank=4/file.csv",
                "uploads/bank=3/./file.csv",
                "uploads/bank=3/folder/",
                "uploads/bank=03/file.csv",
                "uploads/bank=+3/file.csv",
                "uploads/bank=-3/file.csv",
                "uploads/bank=0/file.csv",
                "uploads/bank=9/file.csv",
                "uploads/bank=99999/file.csv",
                "uploads/bank=\u0663/file.csv",
                "uploads/bank%3D3/file.csv",
                "uploads/BANK=3/file.csv",
                "/uploads/bank=3/file.csv",
                "prepared/bank=3/file.csv"
            })
    void aKeyThatIsNoUploadIsRefused(String key) {
        put(key, "content");
        assertThatExceptionOfType(DataFault.class).isThrownBy(() -> register("run-1", key));
        assertThat(objects.list("receipts/")).isEmpty();
    }

    @Test
    void anEncodedKeyIsNotDecoded() {
        put("uploads/bank=3/%2e%2e%2fbank=4", "content");
        assertThat(register("run-1", "uploads/bank=3/%2e%2e%2fbank=4").bankId()).isEqualTo(BANK);
    }

    @Test
    void anEmptyFileIsRefused() {
        put(KEY, "");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> register("run-1", KEY))
                .withMessageContaining("empty");
    }

    @Test
    void aFileThatIsGoneIsRefused() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> register("run-1", KEY))
                .withMessageContaining(KEY);
    }

    @Test
    void exactlyOneSourceIsExpected() {
        UploadedObject object = new UploadedObject(objects.bucket(), KEY, null, null);
        ManifestRef ref = manifest(BANK);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new RegisterUploadRequest("run-1", null, null)));
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new RegisterUploadRequest("run-1", ref, object)));
    }

    @Test
    void anotherBucketIsRefused() {
        put(KEY, "content");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(
                        new RegisterUploadRequest("run-1", null, new UploadedObject("elsewhere", KEY, null, null))))
                .withMessageContaining("elsewhere");
    }
}
