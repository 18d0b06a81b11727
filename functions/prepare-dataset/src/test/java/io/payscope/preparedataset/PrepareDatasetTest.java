package io.payscope.preparedataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.stage.DataSource;
import io.payscope.core.stage.PrepareDatasetRequest;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.datasets.testing.KaggleStub;
import io.payscope.datasets.testing.MemoryClaims;
import io.payscope.datasets.testing.SimulatedFiles;
import io.payscope.datasets.testing.StubArchives;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareDatasetTest {

    private static final long ROWS = 1000;
    private static final String PAYSIM = "ealaxi/paysim1";
    private static final String PAYSIM_FILE = "PS_20174392719_1491204439457_log.csv";

    @TempDir
    private Path folder;

    private final KaggleStub kaggle = new KaggleStub();
    private FolderObjectStore objects;
    private PrepareDataset stage;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        stage = new PrepareDataset(
                objects,
                new MemoryClaims(),
                Catalog.load(),
                temporary,
                Clock.systemUTC(),
                () -> KaggleDownloads.of(Map.of("HOME", folder.toString()), kaggle.endpoint()));
    }

    @AfterEach
    void stop() {
        kaggle.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void simulatedBankIsPreparedWhole(int bank) throws IOException {
        PreparedDataset prepared = stage.run(simulated(bank, ROWS, 42));

        ManifestIdentity identity =
                new Manifests(objects).read(prepared.manifest()).identity();
        assertThat(identity.rowsKept()).isEqualTo(ROWS);
        assertThat(identity.source().version()).isEqualTo("simulated");
        assertThat(objects.head(String.valueOf(prepared.reportKey()))).isPresent();
        assertThat(identity.rowsRead())
                .as("every row is accounted for")
                .isEqualTo(identity.rowsRejected()
                        + identity.duplicatesRemoved()
                        + identity.labelsBefore().total());
        List<CanonicalTransaction> rows = rows(new BankId(bank), identity.parts());
        assertThat(rows).hasSize((int) ROWS).isSortedAccordingTo((a, b) -> a.occurredAt()
                .compareTo(b.occurredAt()));
        assertThat(rows).extracting(CanonicalTransaction::transactionId).doesNotHaveDuplicates();
        assertThat(folder.resolve("tmp")).as("temporary files left").isEmptyDirectory();
    }

    @Test
    void rerunWritesNothing() {
        PreparedDataset first = stage.run(simulated(3, ROWS, 42));
        List<ObjectHead> before = objects.list("");

        assertThat(stage.run(simulated(3, ROWS, 42))).isEqualTo(first);
        assertThat(objects.list("")).isEqualTo(before);
    }

    @Test
    void missingPartIsMadeAgain() {
        PreparedDataset first = stage.run(simulated(3, ROWS, 42));
        String part = new Manifests(objects)
                .read(first.manifest())
                .identity()
                .parts()
                .getFirst()
                .key();
        objects.delete(part);

        assertThat(stage.run(simulated(3, ROWS, 42))).isEqualTo(first);
        assertThat(objects.head(part)).isPresent();
    }

    @Test
    void otherSeedGivesOtherDataset() {
        PreparedDataset first = stage.run(simulated(3, ROWS, 42));

        assertThat(stage.run(simulated(3, ROWS, 43)).manifest().key())
                .isNotEqualTo(first.manifest().key());
        assertThat(stage.run(simulated(3, ROWS, 42)).manifest())
                .as("simulated again over the other files, byte for byte the same")
                .isEqualTo(first.manifest());
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> stage.run(request(2, DataSource.RAW, ROWS, 42)))
                .isInstanceOf(DataFault.class)
                .hasMessage("bank 2: expected the raw file train_transaction.csv (or train_transaction.csv.gz) "
                        + "below raw/bank=2/, found nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prepared/", "raw", "raw/../uploads/", "raw/x", "raw//", "/raw/", "raw/x/\n"})
    void prefixOutsideTheRawFilesIsRefused(String prefix) {
        PrepareDatasetRequest request =
                new PrepareDatasetRequest("run-1", new BankId(3), DataSource.SIMULATED, prefix, ROWS, false, 42);

        assertThatThrownBy(() -> stage.run(request))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("rawPrefix: expected raw/");
        assertThat(objects.list("")).isEmpty();
    }

    @Test
    void simulationDoesNotReplaceRealFiles() {
        objects.put("raw/bank=3/real.csv", new byte[] {1}, "text/csv");

        assertThatThrownBy(() -> stage.run(simulated(3, ROWS, 42)))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("raw/bank=3/: holds files that no simulation wrote");
        assertThat(objects.head("raw/bank=3/real.csv")).isPresent();
    }

    @Test
    void unknownBankIsRefused() {
        assertThatThrownBy(() -> stage.run(simulated(9, ROWS, 42)))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("bank 9: not in the catalog");
    }

    @Test
    void downloadedBankCarriesTheVersionOfItsSource() throws IOException {
        publish(7, 42);

        PreparedDataset prepared = stage.run(request(3, DataSource.KAGGLE, ROWS, 42));

        ManifestIdentity identity =
                new Manifests(objects).read(prepared.manifest()).identity();
        assertThat(identity.rowsKept()).isEqualTo(ROWS);
        assertThat(identity.source().name()).isEqualTo(PAYSIM);
        assertThat(identity.source().version()).isEqualTo("7");
        assertThat(stage.run(request(3, DataSource.RAW, ROWS, 42)))
                .as("the files as they lie")
                .isEqualTo(prepared);
    }

    @Test
    void sameVersionIsNotDownloadedAgain() throws IOException {
        publish(7, 42);
        PreparedDataset first = stage.run(request(3, DataSource.KAGGLE, ROWS, 42));
        List<ObjectHead> written = objects.list("");

        assertThat(stage.run(request(3, DataSource.KAGGLE, ROWS, 42))).isEqualTo(first);

        assertThat(objects.list("")).isEqualTo(written);
        assertThat(kaggle.requests()).filteredOn("GET storage"::equals).hasSize(1);
    }

    @Test
    void lostFileIsDownloadedAgain() throws IOException {
        publish(7, 42);
        PreparedDataset first = stage.run(request(3, DataSource.KAGGLE, ROWS, 42));
        objects.delete("raw/bank=3/" + PAYSIM_FILE);

        assertThat(stage.run(request(3, DataSource.KAGGLE, ROWS, 42))).isEqualTo(first);
    }

    @Test
    void newVersionReplacesTheFormer() throws IOException {
        publish(7, 42);
        PreparedDataset first = stage.run(request(3, DataSource.KAGGLE, ROWS, 42));
        publish(8, 43);

        PreparedDataset second = stage.run(request(3, DataSource.KAGGLE, ROWS, 42));

        assertThat(second.manifest()).isNotEqualTo(first.manifest());
        assertThat(new Manifests(objects)
                        .read(second.manifest())
                        .identity()
                        .source()
                        .version())
                .isEqualTo("8");
    }

    @Test
    void competitionWithoutCredentialsSaysHowToGiveThem() {
        assertThatThrownBy(() -> stage.run(request(2, DataSource.KAGGLE, ROWS, 42)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("KAGGLE_API_TOKEN");
        assertThat(kaggle.requests()).isEmpty();
    }

    /** Publishes simulated files as a version of PaySim. */
    private void publish(int version, long seed) throws IOException {
        kaggle.dataset(PAYSIM, version, StubArchives.zip(SimulatedFiles.of(3, ROWS, seed, folder)));
    }

    @Test
    void fewerRowsThanAskedForIsNoError() {
        stage.run(simulated(3, ROWS, 42));

        PreparedDataset prepared = stage.run(request(3, DataSource.RAW, null, 42));

        ManifestIdentity identity =
                new Manifests(objects).read(prepared.manifest()).identity();
        assertThat(identity.rowsKept())
                .isEqualTo(identity.labelsBefore().total())
                .isBetween(ROWS, 2 * ROWS);
        assertThat(identity.rowsRequested()).isNull();
    }

    private List<CanonicalTransaction> rows(BankId bank, List<PartRef> parts) throws IOException {
        List<CanonicalTransaction> rows = new ArrayList<>();
        for (PartRef part : parts) {
            try (PartReader reader = new Manifests(objects).open(bank, part)) {
                Iterator<CanonicalTransaction> transactions = reader.transactions();
                transactions.forEachRemaining(rows::add);
                assertThat(reader.sha256()).isEqualTo(part.sha256());
            }
        }
        return rows;
    }

    private static PrepareDatasetRequest simulated(int bank, long rows, long seed) {
        return request(bank, DataSource.SIMULATED, rows, seed);
    }

    private static PrepareDatasetRequest request(int bank, DataSource source, @Nullable Long rows, long seed) {
        return new PrepareDatasetRequest("run-1", new BankId(bank), source, "raw/", rows, false, seed);
    }
}
