package io.payscope.datasets.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.TransientFault;
import io.payscope.datasets.testing.StubReply;
import io.payscope.datasets.testing.StubTrick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to the bytes on their way. */
class DownloadTest {

    private static final int BEGINNING = 1_000_000;
    private static final byte[] CONTENT = Stubbed.content(1);

    @TempDir
    private Path folder;

    private final Stubbed kaggle = new Stubbed();

    @BeforeEach
    void publish() {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(CONTENT));
    }

    @AfterEach
    void stop() {
        kaggle.close();
    }

    private void fetched(byte[] expected) throws IOException {
        fetched(kaggle.downloads(Stubbed.NOBODY), expected);
    }

    private void fetched(KaggleDownloads downloads, byte[] expected) throws IOException {
        FetchedFiles files = downloads.fetch(Stubbed.bank(3), folder, kaggle.recorded());
        assertThat(Files.readAllBytes(files.byName().get(Stubbed.PAYSIM_FILE))).isEqualTo(expected);
    }

    private List<String> storageRequests() {
        return kaggle.stub.requests().stream()
                .filter(request -> request.contains("storage"))
                .toList();
    }

    @Test
    void truncatedBodyIsResumed() throws IOException {
        kaggle.stub.next(new StubTrick.Truncate(BEGINNING));

        fetched(CONTENT);

        assertThat(storageRequests()).hasSize(2).last().asString().contains("bytes=");
        long resumedAt = Long.parseLong(storageRequests().getLast().replaceAll("\\D", ""));
        assertThat(resumedAt).isBetween(1L, (long) BEGINNING);
        assertThat(kaggle.pauses).hasSize(1);
        assertThat(kaggle.progress).isSorted().last().isEqualTo((long) Stubbed.paysim(CONTENT).length);
    }

    @Test
    void stalledBodyIsResumed() throws IOException {
        kaggle.stub.next(new StubTrick.Stall(BEGINNING));

        fetched(kaggle.downloads(Stubbed.NOBODY, Duration.ofSeconds(1)), CONTENT);

        assertThat(storageRequests()).last().asString().contains("bytes=");
        assertThat(kaggle.pauses).isNotEmpty();
    }

    @Test
    void bytesOfAnEarlierProcessAreUsed() throws IOException {
        for (int attempt = 0; attempt <= 5; attempt++) {
            kaggle.stub.next(new StubTrick.Truncate(attempt == 0 ? BEGINNING : 0));
        }
        assertThatThrownBy(() -> fetched(CONTENT)).isInstanceOf(TransientFault.class);
        assertThat(folder).isDirectoryContaining("glob:**/.paysim1.download");

        fetched(CONTENT);

        assertThat(storageRequests().getLast()).contains("bytes=");
        assertThat(folder).isDirectoryNotContaining("glob:**/.paysim1.download*");
    }

    @Test
    void ignoredRangeBeginsAnew() throws IOException {
        kaggle.stub.next(new StubTrick.Truncate(BEGINNING));
        kaggle.stub.next(new StubTrick.IgnoreRange());

        fetched(CONTENT);

        assertThat(storageRequests()).hasSize(2);
    }

    @Test
    void partFromAnotherByteThanAskedIsNotAppended() throws IOException {
        kaggle.stub.next(new StubTrick.Truncate(BEGINNING));
        kaggle.stub.next(new StubTrick.ShiftRange());

        fetched(CONTENT);

        assertThat(storageRequests()).hasSize(3).last().isEqualTo("GET storage");
    }

    @Test
    void changedFileIsNotGluedToItsFormerBeginning() throws IOException {
        byte[] changed = Stubbed.content(2);
        for (int attempt = 0; attempt <= 5; attempt++) {
            kaggle.stub.next(new StubTrick.Truncate(attempt == 0 ? BEGINNING : 0));
        }
        assertThatThrownBy(() -> fetched(CONTENT)).isInstanceOf(TransientFault.class);
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(changed));

        fetched(changed);
    }

    @Test
    void changedTagInAPartBeginsAnew() throws IOException {
        kaggle.stub.next(new StubTrick.Truncate(BEGINNING));
        kaggle.stub.next(new StubTrick.Reply(new StubReply(
                206,
                Map.of("Content-Range", "bytes " + BEGINNING + "-" + BEGINNING + "/9999999", "ETag", "\"other\""),
                new byte[] {1})));

        fetched(CONTENT);
    }

    @Test
    void wholeFileAtHandIsKnownByTheRefusedRange() throws IOException {
        byte[] archive = Stubbed.paysim(CONTENT);
        keep(archive, archive.length);

        fetched(CONTENT);

        assertThat(storageRequests()).containsExactly("GET storage bytes=" + archive.length + "-");
    }

    @Test
    void tooLongFileAtHandBeginsAnew() throws IOException {
        byte[] archive = Stubbed.paysim(CONTENT);
        keep(Arrays.copyOf(archive, archive.length + 10), archive.length);

        fetched(CONTENT);

        assertThat(storageRequests()).hasSize(2).last().isEqualTo("GET storage");
    }

    private void keep(byte[] bytes, long total) {
        try (PartialFile partial = PartialFile.open(folder.resolve(".paysim1.download"))) {
            partial.restart(new Validator("", "", "Mon, 15 Jul 2019 00:19:31 GMT", total, "", ""));
            partial.append(bytes, bytes.length);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void expiredLinkIsRenewedWithoutAPause(boolean resuming) throws IOException {
        if (resuming) {
            kaggle.stub.next(new StubTrick.Truncate(BEGINNING));
        }
        kaggle.stub.next(new StubTrick.Reply(StubReply.empty(403)));

        fetched(CONTENT);

        assertThat(kaggle.stub.requests())
                .filteredOn("POST datasets.DatasetApiService/DownloadDataset"::equals)
                .hasSize(2);
        assertThat(kaggle.pauses).hasSize(resuming ? 1 : 0);
    }

    @Test
    void storageThatRefusesEveryLinkIsGivenUp() {
        for (int attempt = 0; attempt <= 5; attempt++) {
            kaggle.stub.next(new StubTrick.Reply(StubReply.empty(400)));
        }

        assertThatThrownBy(() -> fetched(CONTENT))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("gave up after 6 attempts")
                .hasMessageContaining("status 400")
                .hasMessageNotContaining("X-Goog");
    }

    @Test
    void wrongHashNamesBothAndLeavesNothing() {
        kaggle.stub.next(new StubTrick.Hash("crc32c=AAAAAA==,md5=1B2M2Y8AsgTpgAmY7PhCfg=="));

        assertThatThrownBy(() -> fetched(CONTENT))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("expected md5 1B2M2Y8AsgTpgAmY7PhCfg==, found ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wrongChecksumAloneIsEnough() {
        kaggle.stub.next(new StubTrick.Hash("crc32c=AAAAAA=="));

        assertThatThrownBy(() -> fetched(CONTENT)).hasMessageContaining("expected crc32c AAAAAA==, found ");
    }

    @Test
    void absentHashIsNoError() throws IOException {
        kaggle.stub.next(new StubTrick.Hash(""));

        fetched(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/zip", ""})
    void pageInsteadOfAFileIsSaidSo(String type) {
        StubReply page = StubReply.page(200, "Kaggle is down");
        kaggle.stub.next(new StubTrick.Reply(
                new StubReply(200, type.isEmpty() ? Map.of() : Map.of("Content-Type", type), page.body())));

        assertThatThrownBy(() -> fetched(CONTENT))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("found an HTML page 'Kaggle is down'");
        assertThat(folder).isDirectoryNotContaining("glob:**.csv");
    }

    @Test
    void storageThatIsBusyIsAskedAgain() throws IOException {
        kaggle.stub.next(new StubTrick.Reply(StubReply.empty(503)));

        fetched(CONTENT);

        assertThat(kaggle.pauses).hasSize(1);
    }

    @Test
    void twoDownloadsIntoOneFolderDoNotMix() {
        try (PartialFile held = PartialFile.open(folder.resolve(".paysim1.download"))) {
            assertThat(held.size()).isZero();
            assertThatThrownBy(() -> fetched(CONTENT))
                    .isInstanceOf(TransientFault.class)
                    .hasMessageContaining("is being downloaded");
        }
    }
}
