package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Label;
import io.payscope.core.port.ObjectHead;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawScanner;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawSimulationTest {

    private static final long ROWS = 5_000;

    @TempDir
    private Path folder;

    private final Catalog catalog = Catalog.load();
    private FolderObjectStore objects;
    private RawSimulation simulation;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        simulation = new RawSimulation(objects, catalog, folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void sameSeedGivesSameBytes(int bank) {
        SimulatedRaw first = write(bank, 300, 1);

        assertThat(write(bank, 300, 1)).isEqualTo(first);
        assertThat(write(bank, 300, 2).sha256ByKey()).isNotEqualTo(first.sha256ByKey());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void headersAreThoseOfTheCatalog(int bank) throws IOException {
        write(bank, 10, 1);
        BankEntry entry = catalog.entry(new BankId(bank));
        RawFiles files = RawFiles.locate(objects, "raw/", entry);
        for (RawFileSpec spec : entry.files()) {
            try (RawScanner scanner = files.find(spec.name()).orElseThrow().open(objects)) {
                assertThat(RawHeader.read(spec.name(), scanner).names())
                        .isEqualTo(spec.columns().stream().map(ColumnSpec::name).toList());
            }
        }
    }

    @Test
    void headersOfBankTwoAreThoseOfTheOriginal() throws IOException {
        Optional<Path> data = SharedData.find("RawSimulationTest, the header lines of bank 2");
        if (data.isPresent()) {
            Path folderOfHeaders = data.get().resolve("ieee-cis");
            assertThat(OnlineColumns.transactionHeader())
                    .isEqualTo(Files.readString(folderOfHeaders.resolve("header_train_transaction.txt"))
                            .strip());
            assertThat(OnlineColumns.identityHeader())
                    .isEqualTo(Files.readString(folderOfHeaders.resolve("header_train_identity.txt"))
                            .strip());
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 182", "3, 30", "4, 600"})
    void fiveThousandRowsAreEnoughToLearnFrom(int bank, int days) throws IOException {
        write(bank, ROWS, 42);

        Datasheet sheet = Datasheet.prepare(objects, folder, bank, ROWS);

        ManifestIdentity identity = sheet.identity();
        assertThat(identity.rowsKept()).isEqualTo(ROWS);
        assertThat(identity.rowsRead()).isGreaterThan(ROWS);
        assertThat(identity.rowsRejected()).isPositive();
        assertThat(identity.duplicatesRemoved()).isPositive();
        Instant first = sheet.rows().getFirst().transaction().occurredAt();
        Instant last = sheet.rows().getLast().transaction().occurredAt();
        assertThat(Duration.between(first, last)).isBetween(Duration.ofDays(days - 1), Duration.ofDays(days));
        if (identity.learning().fraud() != null) {
            List<Integer> frauds = positions(sheet);
            long trained = frauds.stream()
                    .filter(position ->
                            position < ROWS * identity.learning().fraud().trainFraction())
                    .count();
            assertThat(trained).isGreaterThan(identity.learning().fraud().minimumPositives());
            double rate = catalog.entry(new BankId(bank)).rawSimulation().fraudRate();
            assertThat(frauds.size() / (double) ROWS).isBetween(rate * 0.7, rate * 1.3);
        }
    }

    @Test
    void filesOfNoSimulationAreNotReplaced() {
        objects.put("raw/bank=3/real.csv", new byte[] {1}, "text/csv");

        assertThatThrownBy(() -> write(3, 10, 1))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("raw/bank=3/: holds files that no simulation wrote; they are not replaced");
        assertThat(objects.list("raw/")).extracting(ObjectHead::key).containsExactly("raw/bank=3/real.csv");
    }

    @Test
    void fileThatTookTheSimulatedOnesPlaceIsNotReplaced() {
        write(3, 10, 1);
        String key = objects.list("raw/").stream()
                .map(ObjectHead::key)
                .filter(RawFiles::isCsv)
                .findFirst()
                .orElseThrow();
        objects.put(key, new byte[] {1}, "text/csv");

        assertThatThrownBy(() -> write(3, 10, 2)).isInstanceOf(DataFault.class).hasMessageContaining(key);
        assertThat(objects.find(key).orElseThrow().body()).containsExactly(1);
    }

    @Test
    void crashLeavesNoUnmarkedFile() {
        Path gone = folder.resolve("gone");
        RawSimulation crashing = new RawSimulation(objects, catalog, gone);
        write(3, 10, 1);
        BankEntry entry = catalog.entry(new BankId(3));

        assertThatThrownBy(() -> crashing.write(entry, "raw/", 10, 2)).isInstanceOf(TransientFault.class);

        String marker = "raw/bank=3/" + SimulatedRaw.UNFINISHED_FILE;
        assertThat(objects.list("raw/")).extracting(ObjectHead::key).containsExactly(marker);
        write(3, 10, 2);
        assertThat(objects.head(marker)).isEmpty();
    }

    @Test
    void partOfASimulationIsNotTakenForRealData() {
        write(3, 10, 1);
        BankEntry entry = catalog.entry(new BankId(3));
        RawFiles files = RawFiles.locate(objects, "raw/", entry);
        objects.put("raw/bank=3/" + SimulatedRaw.UNFINISHED_FILE, new byte[] {1}, "text/plain");
        assertThatCode(() -> simulation.requireFinished(entry, "raw/", files)).doesNotThrowAnyException();

        objects.delete("raw/bank=3/" + SimulatedRaw.FILE);

        assertThatThrownBy(() -> simulation.requireFinished(entry, "raw/", files))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("raw/bank=3/: holds part of a simulation");
    }

    private static List<Integer> positions(Datasheet sheet) {
        return IntStream.range(0, sheet.rows().size())
                .filter(i -> sheet.rows().get(i).transaction().label() == Label.FRAUD)
                .boxed()
                .toList();
    }

    private SimulatedRaw write(int bank, long rows, long seed) {
        return simulation.write(catalog.entry(new BankId(bank)), "raw/", rows, seed);
    }
}
