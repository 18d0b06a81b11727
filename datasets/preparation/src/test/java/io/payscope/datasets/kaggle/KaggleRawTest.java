package io.payscope.datasets.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.ObjectHead;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.testing.StubArchives;
import io.payscope.datasets.testing.StubTrick;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleRawTest {

    private static final String PREFIX = "raw/bank=3/";
    private static final String KEY = PREFIX + Stubbed.PAYSIM_FILE;
    private static final byte[] CSV = Stubbed.utf8("step,type\n1,PAYMENT\n");

    @TempDir
    private Path folder;

    private final Stubbed kaggle = new Stubbed();
    private final BankEntry entry = Stubbed.bank(3);
    private FolderObjectStore objects;
    private Path temporary;
    private KaggleRaw raw;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        raw = new KaggleRaw(objects, temporary);
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(CSV));
    }

    @AfterEach
    void stop() {
        kaggle.close();
    }

    private DownloadedRaw write() {
        return raw.write(entry, "raw/", kaggle.downloads(Stubbed.NOBODY), kaggle.recorded());
    }

    @Test
    void filesLieBesideTheMarkerOfTheirVersion() {
        DownloadedRaw marker = write();

        assertThat(marker)
                .isEqualTo(new DownloadedRaw(entry.id(), Stubbed.PAYSIM, "2", Map.of(KEY, Hashes.sha256(CSV))));
        assertThat(objects.list(PREFIX))
                .extracting(ObjectHead::key)
                .containsExactlyInAnyOrder(KEY, PREFIX + DownloadedRaw.FILE);
        assertThat(raw.holds(entry, "raw/", "2")).isTrue();
        assertThat(raw.holds(entry, "raw/", "3")).isFalse();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void changedOrMissingFileIsNotTheVersion() {
        write();
        objects.put(KEY, new byte[] {1}, "text/csv");
        assertThat(raw.holds(entry, "raw/", "2")).isFalse();

        objects.delete(KEY);

        assertThat(raw.holds(entry, "raw/", "2")).isFalse();
    }

    @Test
    void simulationAndFormerDownloadAreReplaced() {
        new RawSimulation(objects, Catalog.load(), temporary).write(entry, "raw/", 10, 1);
        write();
        kaggle.stub.dataset(Stubbed.PAYSIM, 3, Stubbed.paysim(Stubbed.utf8("new")));

        assertThat(write().version()).isEqualTo("3");

        assertThat(objects.list(PREFIX)).hasSize(2);
        assertThat(raw.holds(entry, "raw/", "3")).isTrue();
    }

    @Test
    void filesOfOthersAreNotReplacedNorAnythingDownloaded() {
        objects.put(PREFIX + "real.csv", new byte[] {1}, "text/csv");

        assertThatThrownBy(this::write)
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith(
                        "raw/bank=3/: holds files that neither Kaggle nor a simulation wrote; they are not replaced");
        assertThat(objects.list("raw/")).hasSize(1);
        assertThat(kaggle.stub.requests()).isEmpty();
    }

    @Test
    void failedDownloadLeavesWhatWasThere() {
        write();
        kaggle.stub.dataset(Stubbed.PAYSIM, 3, StubArchives.zip(Map.of("other.csv", CSV)));

        assertThatThrownBy(this::write).isInstanceOf(DataFault.class);

        assertThat(raw.holds(entry, "raw/", "2")).isTrue();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void downloadThatBrokeOffIsGoneOnWithByTheNext() {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(Stubbed.content(1)));
        for (int attempt = 0; attempt <= 5; attempt++) {
            kaggle.stub.next(new StubTrick.Truncate(attempt == 0 ? 1 << 20 : 0));
        }
        assertThatThrownBy(this::write).isInstanceOf(TransientFault.class);
        assertThat(objects.list(PREFIX)).isEmpty();

        write();

        assertThat(kaggle.stub.requests()).last().asString().startsWith("GET storage bytes=");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void notesOfPeopleStay() {
        write();
        objects.put(PREFIX + "notes.md", new byte[] {1}, "text/plain");
        kaggle.stub.dataset(Stubbed.PAYSIM, 3, Stubbed.paysim(Stubbed.utf8("new")));

        write();

        assertThat(objects.head(PREFIX + "notes.md")).isPresent();
    }

    @Test
    void partOfADownloadIsNotTakenForAllOfIt() {
        write();
        RawFiles files = RawFiles.locate(objects, "raw/", entry);
        objects.put(PREFIX + DownloadedRaw.UNFINISHED_FILE, new byte[] {1}, "text/plain");
        assertThatCode(() -> raw.requireFinished(entry, "raw/", files)).doesNotThrowAnyException();

        objects.delete(PREFIX + DownloadedRaw.FILE);

        assertThatThrownBy(() -> raw.requireFinished(entry, "raw/", files))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("raw/bank=3/: holds part of a download");
        assertThat(write().version()).as("and is replaced by the next").isEqualTo("2");
    }
}
