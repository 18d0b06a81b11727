package io.payscope.apiuploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.apiuploads.UploadStatus.Failure;
import io.payscope.apiuploads.UploadStatus.Loaded;
import io.payscope.apiuploads.UploadStatus.State;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.Arrival;
import io.payscope.core.stage.CompleteUploadRequest.UploadFailure;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.FailedUpload;
import io.payscope.core.stage.RefusedEvent;
import io.payscope.core.stage.RegisterUploadRequest.UploadedObject;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3Links;
import io.payscope.wire.dataset.Arrivals;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Quarantine;
import io.payscope.wire.dataset.Receipts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {

    private static final BankId A = new BankId(1);
    private static final BankId B = new BankId(2);
    private static final Instant NOW = Instant.now();
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String UPLOAD_ID = "0123456789abcdef";
    private static final EffectKey EFFECT = new EffectKey(A, "register-upload", UPLOAD_ID);

    private final InMemoryObjects objects = new InMemoryObjects();
    private final S3Claims claims = new S3Claims(objects, CLOCK, "", Duration.ofHours(2));
    private final S3Links links =
            S3Links.open(new ObjectSettings(objects.bucket(), URI.create("http://127.0.0.1:9"), "key", "not-a-secret"));
    private final RequestUpload request = new RequestUpload(objects, links, UploadRules.DEFAULT, CLOCK);
    private final ReadUpload read = reader(CLOCK);

    @AfterEach
    void close() {
        links.close();
    }

    private ReadUpload reader(Clock clock) {
        return new ReadUpload(objects, claims, links, clock);
    }

    private OpenedUpload open() {
        return request.open(A, new UploadRequest("Payments.csv", "text/csv", 10, null));
    }

    private static String keyOf(OpenedUpload opened) {
        return "uploads/bank=1/" + opened.id() + "/Payments.csv";
    }

    private void put(String key) {
        objects.put(key, "x".getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private void register(OpenedUpload opened) {
        put(keyOf(opened));
        claims.claim(EFFECT, "run", CompletedUpload.class);
        new Arrivals(objects).record(new Arrival(A, keyOf(opened), null, null, UPLOAD_ID, "run", null));
    }

    private State state(OpenedUpload opened) {
        return read.read(A, opened.id()).orElseThrow().state();
    }

    @Test
    void aPlaceIsBelowTheCallersBankAndBoundToWhatWasAskedFor() {
        OpenedUpload opened = request.open(A, new UploadRequest("Payments.csv", "text/csv", 10, "0".repeat(64)));
        assertThat(opened.id()).matches("[0-9a-f]{32}");
        assertThat(opened.url().getRawPath().replace("%3D", "=")).endsWith("/" + keyOf(opened));
        assertThat(opened.url().getRawQuery()).contains("X-Amz-Expires=900");
        assertThat(opened.headers()).containsKeys("content-length", "content-type", "x-amz-checksum-sha256");
        assertThat(opened.toString()).doesNotContain("Signature");
        assertThat(open().id()).isNotEqualTo(opened.id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a.csv                    | text/csv         | a.csv
        A.CSV.GZ                 | application/gzip | A.csv.gz
        ../../bank=2/a.csv       | text/csv         | bank-2-a.csv
        C:\\x\\a b.csv           | text/csv         | C-x-a-b.csv
        %2e%2e%2fa.csv           | text/csv         | 2e-2e-2fa.csv
        caf\u00e9.csv            | text/csv         | cafe.csv
        \u0130\u0130\u0130\u0130\u0130.csv | text/csv | IIIII.csv
        .csv                     | text/csv         | file.csv
        \u0663\u0664.csv         | text/csv         | file.csv
        <script>.csv             | text/csv         | script.csv
        """)
    void i7AFileNameCannotLeaveItsPlace(String given, String type, String safe) {
        OpenedUpload opened = request.open(A, new UploadRequest(given, type, 1, null));
        assertThat(opened.url().getRawPath().replace("%3D", "="))
                .endsWith("/uploads/bank=1/" + opened.id() + "/" + safe);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "a.zip, application/zip, 1, null, fileName",
                "a, text/csv, 1, null, fileName",
                "a.csv, application/gzip, 1, null, contentType",
                "a.csv.gz, text/csv, 1, null, contentType",
                "a.csv, text/html, 1, null, contentType",
                "a.csv, text/csv, 0, null, bytes",
                "a.csv, text/csv, -1, null, bytes",
                "a.csv, text/csv, 2147483649, null, bytes",
                "a.csv, text/csv, 1, ABC, sha256"
            })
    void whatMayNotBeUploadedIsRefusedByName(
            String name, String type, long bytes, @Nullable String sha256, String field) {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> request.open(A, new UploadRequest(name, type, bytes, sha256)))
                .withMessageStartingWith(field + ": expected");
        assertThat(objects.list("")).isEmpty();
    }

    @Test
    void anUploadIsSeenOnItsWay() {
        OpenedUpload opened = open();
        assertThat(state(opened)).isEqualTo(State.REQUESTED);
        put(keyOf(opened));
        assertThat(state(opened)).isEqualTo(State.RECEIVED);
        register(opened);
        assertThat(state(opened)).isEqualTo(State.LOADING);
        claims.complete(EFFECT, "run", new CompletedUpload(A, UPLOAD_ID, 5, 4, 3, 2), CompletedUpload.class);
        UploadStatus complete = read.read(A, opened.id()).orElseThrow();
        assertThat(complete.state()).isEqualTo(State.COMPLETE);
        assertThat(complete.loaded()).isEqualTo(new Loaded(4, 3, 2));
        assertThat(complete.uploadId()).isEqualTo(UPLOAD_ID);
        assertThat(complete.rejects()).isNull();
    }

    @Test
    void aLoadThatGaveUpIsFailedAndLinksWhatWasRefused() {
        OpenedUpload opened = open();
        register(opened);
        claims.release(EFFECT, "run");
        put(Keys.rejects(A, UPLOAD_ID));
        put(Keys.qualityPage(A, UPLOAD_ID));
        UploadStatus failed = read.read(A, opened.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(String.valueOf(failed.rejects())).contains("X-Amz-Expires=300");
        assertThat(String.valueOf(failed.report())).contains(UPLOAD_ID + ".html");
        assertThat(failed.failure())
                .as("a load that died said nothing")
                .isEqualTo(new Failure("BugFault", "the load ended before it could say why"));
    }

    private UploadStatus failed(OpenedUpload opened, String error, String cause) {
        register(opened);
        new Receipts(objects).write(new FailedUpload(A, UPLOAD_ID, "run", new UploadFailure(error, cause)));
        assertThat(read.read(A, opened.id()).orElseThrow().failure())
                .as("while it is tried again")
                .isNull();
        claims.release(EFFECT, "run");
        return read.read(A, opened.id()).orElseThrow();
    }

    @Test
    void aFileThatIsWrongIsFailedAndSaysWhichLineOfItAndWhatWasExpected() {
        String reason = "uploads/bank=1/x/a.csv line 1: expected the column 'step', found [a, b]";
        UploadStatus failed = failed(open(), "io.payscope.core.fault.DataFault", reason);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure()).isEqualTo(new Failure("DataFault", reason));
    }

    @ParameterizedTest
    @CsvSource({"io.payscope.core.fault.ConfigFault, ConfigFault", "States.Timeout, Timeout", "BugFault, BugFault"})
    void aFailureOfTheServiceTellsNothingOfItsInside(String error, String fault) {
        UploadStatus failed = failed(open(), error, "the password of 10.0.0.1 is wrong");
        assertThat(failed.failure()).isEqualTo(new Failure(fault, "the service could not load it"));
    }

    @Test
    void aFileThatRegistrationRefusedIsFailedAndSaysWhy() {
        OpenedUpload opened = open();
        put(keyOf(opened));
        UploadedObject object = new UploadedObject(objects.bucket(), keyOf(opened), "tag", null);
        new Quarantine(objects).put(A, new RefusedEvent("run", object, "expected data, found an empty file"));
        UploadStatus refused = read.read(A, opened.id()).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.failure()).isEqualTo(new Failure("DataFault", "expected data, found an empty file"));
    }

    @Test
    void aLinkThatNobodyUsedExpires() {
        OpenedUpload opened = open();
        Clock later = Clock.fixed(NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(reader(later).read(A, opened.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void anotherBanksUploadIsNotThere() {
        OpenedUpload opened = open();
        assertThat(read.read(B, opened.id())).isEqualTo(Optional.empty());
        assertThat(read.read(A, "../../bank=1/requests/" + opened.id())).isEmpty();
        assertThat(read.read(A, "0".repeat(32))).isEmpty();
    }
}
