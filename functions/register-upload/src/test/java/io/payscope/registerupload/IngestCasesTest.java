package io.payscope.registerupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.Arrival;
import io.payscope.core.stage.RefusedEvent;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.core.stage.RegisterUploadRequest.UploadedObject;
import io.payscope.core.stage.RegisteredUpload;
import io.payscope.core.stage.RegisteredUpload.Outcome;
import io.payscope.objects.S3Claims;
import io.payscope.wire.dataset.Arrivals;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Quarantine;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What registration does with events that come twice, late, out of order, or from somebody who means harm. */
class IngestCasesTest {

    private static final BankId A = new BankId(1);
    private static final BankId B = new BankId(2);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String KEY = "uploads/bank=1/0f/file.csv";

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Arrivals arrivals = new Arrivals(objects);

    private RegisterUpload at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new RegisterUpload(objects, new S3Claims(objects, clock, "", Duration.ofHours(2)), Set.of(A, B));
    }

    private String put(String key, String content) {
        return objects.put(key, content.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private RegisteredUpload register(String execution, String key, String entityTag) {
        return register(execution, key, entityTag, null);
    }

    private RegisteredUpload register(
            String execution, String key, @Nullable String entityTag, @Nullable String sequencer) {
        return at(NOW).run(new RegisterUploadRequest(
                execution, null, new UploadedObject(objects.bucket(), key, entityTag, sequencer)));
    }

    @Test
    void i1TheSameEventTwiceLosesTheClaimAndNamesTheFirst() {
        String tag = put(KEY, "content");
        assertThat(register("first", KEY, tag).outcome()).isEqualTo(Outcome.CLAIMED);
        RegisteredUpload second = register("second", KEY, tag);
        assertThat(second.outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(second.winner()).isEqualTo("first");
        assertThat(arrivals.of(A, KEY)).hasSize(1);
    }

    @Test
    void i2OfTwentyAtOnceOneWins() throws InterruptedException, ExecutionException {
        String tag = put(KEY, "content");
        List<Future<RegisteredUpload>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                String execution = "execution-" + i;
                all.add(threads.submit(() -> register(execution, KEY, tag)));
            }
        }
        List<RegisteredUpload> results = new ArrayList<>();
        for (Future<RegisteredUpload> one : all) {
            results.add(one.get());
        }
        assertThat(results).filteredOn(one -> one.outcome() == Outcome.CLAIMED).hasSize(1);
        assertThat(results)
                .extracting(RegisteredUpload::winner)
                .containsOnly(results.stream()
                        .filter(one -> one.outcome() == Outcome.CLAIMED)
                        .findFirst()
                        .orElseThrow()
                        .winner());
    }

    @Test
    void i3NewBytesUnderTheSameKeyAreAnUploadOfTheirOwnAndBothAreListed() {
        RegisteredUpload first = register("first", KEY, put(KEY, "content"));
        RegisteredUpload second = register("second", KEY, put(KEY, "newer content"));
        assertThat(second.outcome()).isEqualTo(Outcome.CLAIMED);
        assertThat(arrivals.of(A, KEY))
                .extracting(Arrival::uploadId)
                .containsExactlyInAnyOrder(first.uploadId(), second.uploadId());
    }

    @Test
    void i4TheSameBytesUnderAnotherKeyAreItsAlias() {
        String other = "uploads/bank=1/other name.csv";
        RegisteredUpload first = register("first", KEY, put(KEY, "content"));
        RegisteredUpload second = register("second", other, put(other, "content"));
        assertThat(second.uploadId()).isEqualTo(first.uploadId());
        assertThat(second.outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(arrivals.of(A, other))
                .containsExactly(new Arrival(
                        A, other, objects.head(other).orElseThrow().entityTag(), null, first.uploadId(), "first", KEY));
        assertThat(arrivals.of(A, KEY)).extracting(Arrival::aliasOf).containsOnlyNulls();
    }

    @Test
    void i5AnOlderEventAfterTheNewerIsIgnoredCountedAndNamesTheNewer() {
        String older = put(KEY, "content");
        RegisteredUpload loaded = register("newer", KEY, put(KEY, "newer content"), "0055AED6DCD90281E5");
        assertThat(loaded.counts()).isEmpty();
        RegisteredUpload late = register("older", KEY, older, "0055AED6DCD90281E4FF");
        assertThat(late.outcome()).isEqualTo(Outcome.STALE);
        assertThat(late.counts()).containsExactly(Map.entry("StaleEvent", 1));
        assertThat(late.uploadId()).isEqualTo(loaded.uploadId());
        assertThat(late.winner()).isEqualTo("newer");
        assertThat(arrivals.of(A, KEY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"0A, 0A", "0A, 0A00", "0A, 0a", "0A, 0A01", "0A, 0B", "null, 0A", "0A, null"})
    void i5AnEventThatIsNotOlderIsRegistered(@Nullable String first, @Nullable String second) {
        register("first", KEY, put(KEY, "content"), first);
        assertThat(register("second", KEY, put(KEY, "newer content"), second).outcome())
                .isEqualTo(Outcome.CLAIMED);
        assertThat(arrivals.of(A, KEY)).hasSize(2);
    }

    @Test
    void i5AnotherKeysEventsAreNoMeasure() {
        String other = "uploads/bank=1/other.csv";
        register("first", KEY, put(KEY, "content"), "0B");
        assertThat(register("second", other, put(other, "other content"), "0A").outcome())
                .isEqualTo(Outcome.CLAIMED);
    }

    @Test
    void i6AKeyIsUsedAsItComes() {
        String key = "uploads/bank=1/a b+c%2Bd \u00e9.csv";
        put(key, "content");
        assertThat(register("first", key, "tag").outcome()).isEqualTo(Outcome.CLAIMED);
        assertThat(arrivals.of(A, key)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploads/bank=1/../bank=2/file.csv",
                "uploads/bank=1/..",
                "uploads//bank=2/file.csv",
                "uploads/bank=1%2F..%2Fbank=2/file.csv",
                "uploads/bank=%32/file.csv",
                "uploads/bank=7/file.csv",
                "uploads/file.csv",
                "parts/bank=1/file.csv",
                "receipts/bank=1/file.csv",
                ""
            })
    void i7AHostileKeyIsRefusedUnreadAndItsEventPutAside(String key) {
        put("uploads/bank=2/file.csv", "theirs");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> register("first", key, "tag"))
                .withMessageContaining("expected");
        assertThat(objects.list("receipts/")).isEmpty();
        assertThat(objects.list("quarantine/"))
                .singleElement()
                .satisfies(head -> assertThat(head.key()).matches("quarantine/unassigned/[0-9a-f]{64}\\.json"))
                .satisfies(head -> assertThat(event(head.key()))
                        .isEqualTo(new RefusedEvent(
                                "first",
                                new UploadedObject(objects.bucket(), key, "tag", null),
                                event(head.key()).reason())))
                .satisfies(head -> assertThat(event(head.key()).reason()).contains("expected"));
    }

    private RefusedEvent event(String record) {
        return JsonCodec.decode(objects.find(record).orElseThrow().body(), RefusedEvent.class);
    }

    @Test
    void i7AnEventOfAnotherBucketIsPutAsideUnread() {
        put(KEY, "content");
        assertThatExceptionOfType(DataFault.class).isThrownBy(() -> at(NOW).run(
                        new RegisterUploadRequest("first", null, new UploadedObject("elsewhere", KEY, "tag", null))));
        assertThat(objects.list("quarantine/unassigned/")).hasSize(1);
        assertThat(objects.list("receipts/")).isEmpty();
    }

    @Test
    void aFileThatIsRefusedIsPutAsideBelowItsOwnBankOnce() {
        put(KEY, "");
        for (String execution : List.of("first", "second")) {
            assertThatExceptionOfType(DataFault.class).isThrownBy(() -> register(execution, KEY, "tag"));
        }
        assertThat(objects.list("quarantine/")).singleElement().satisfies(head -> assertThat(head.key())
                .startsWith("quarantine/bank=1/"));
        assertThat(new Quarantine(objects).of(A, KEY).orElseThrow().reason()).contains("found an empty file");
    }

    @Test
    void i7ADoublyEncodedKeyMeansItsOwnBankOnly() {
        put("uploads/bank=2/file.csv", "theirs");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> register("first", "uploads/bank=1/%252e%252e%252fbank=2/file.csv", "tag"))
                .withMessageContaining("not found");
    }

    @Test
    void i10ADeadExecutionsClaimIsTakenOverOnce() throws InterruptedException, ExecutionException {
        put(KEY, "content");
        register("dead", KEY, "tag");
        RegisterUpload later = at(NOW.plus(Duration.ofHours(3)));
        List<Future<RegisteredUpload>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                RegisterUploadRequest request = new RegisterUploadRequest(
                        "heir-" + i, null, new UploadedObject(objects.bucket(), KEY, "tag", null));
                all.add(threads.submit(() -> later.run(request)));
            }
        }
        int winners = 0;
        for (Future<RegisteredUpload> one : all) {
            winners += one.get().outcome() == Outcome.CLAIMED ? 1 : 0;
        }
        assertThat(winners).isOne();
    }

    @Test
    void i13TwoBanksWithTheSameFileAreTwoUploads() {
        String theirs = "uploads/bank=2/file.csv";
        RegisteredUpload ours = register("first", KEY, put(KEY, "content"));
        RegisteredUpload others = register("second", theirs, put(theirs, "content"));
        assertThat(others.outcome()).isEqualTo(Outcome.CLAIMED);
        assertThat(others.uploadId()).isNotEqualTo(ours.uploadId());
        assertThat(arrivals.of(B, theirs)).extracting(Arrival::aliasOf).containsOnlyNulls();
        assertThat(objects.list("receipts/"))
                .allMatch(head ->
                        head.key().startsWith("receipts/bank=1/") || head.key().startsWith("receipts/bank=2/"));
    }
}
