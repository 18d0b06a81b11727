package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.Lineage;
import io.payscope.wire.dataset.Manifests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C13: the sample depends on seed and rows, on nothing else. */
class PreparationOrderTest {

    private static final String PAYSIM = "raw/bank=3/PS_20174392719_1491204439457_log.csv";
    private static final long ROWS = 30_000;
    private static final long SAMPLE = 6_000;

    @TempDir
    private Path folder;

    private FolderObjectStore objects;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,1", "3,5"})
    void numberOfThreadsMakesNoDifference(int bank, int threads) throws IOException {
        simulate(bank);

        assertThat(parts(bank, threads)).isEqualTo(parts(bank, 1)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void orderOfTheRowsMakesNoDifferenceToTheParts(int bank) throws IOException {
        simulate(bank);
        List<PartRef> parts = parts(bank, 2);
        List<byte[]> stored = bytes(parts);
        for (ObjectHead file : objects.list("raw/bank=" + bank + "/")) {
            if (file.key().contains(".csv")) {
                shuffle(file.key());
            }
        }

        List<PartRef> shuffled = parts(bank, 3);

        assertThat(shuffled)
                .extracting(PartRef::sha256)
                .isEqualTo(parts.stream().map(PartRef::sha256).toList());
        assertThat(bytes(shuffled)).usingElementComparator(Arrays::compare).isEqualTo(stored);
    }

    /** Only files whose rows are lines: quoted line breaks would be torn apart. */
    private void shuffle(String key) throws IOException {
        byte[] stored = objects.open(key).readAllBytes();
        boolean zipped = key.endsWith(RawFiles.GZIP);
        String text = new String(
                zipped ? new GZIPInputStream(new ByteArrayInputStream(stored)).readAllBytes() : stored,
                StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(text.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), new Random(5));
        objects.put(key, String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    @Test
    void lineageTellsTheRawRowOfEveryRow() throws IOException {
        simulate(3);
        Datasheet sheet = Datasheet.prepare(objects, folder, 3, SAMPLE);
        List<String> lines = new String(objects.open(PAYSIM).readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        long[] raw = Lineage.of(objects, sheet);

        assertThat(raw).hasSize((int) SAMPLE).doesNotHaveDuplicates();
        for (int i = 0; i < raw.length; i++) {
            String[] fields = lines.get((int) raw[i]).split(",", -1);
            assertThat(sheet.rows().get(i).transaction().sourceRow()).isEqualTo(i + 1L);
            assertThat(sheet.rows().get(i).transaction().payerId()).isEqualTo(fields[3]);
            assertThat(sheet.rows().get(i).transaction().amount()).isEqualByComparingTo(fields[2]);
        }
    }

    private void simulate(int bank) {
        Catalog catalog = Catalog.load();
        BankEntry entry = catalog.entry(new BankId(bank));
        BankEntry clean = entry.withSimulation(entry.rawSimulation().withDirt(0.0, null));
        new RawSimulation(objects, catalog, folder).write(clean, "raw/", ROWS, 7);
    }

    private List<PartRef> parts(int bank, int threads) {
        Catalog catalog = Catalog.load();
        BankEntry entry = catalog.entry(new BankId(bank));
        RawFiles files = RawFiles.locate(objects, "raw/", entry);
        PreparationTask task =
                new PreparationTask(entry, catalog.fingerprint(entry.id()), files, "simulated", SAMPLE, 42);
        DatasetManifest manifest = new Manifests(objects)
                .read(new Preparation(objects, folder, Clock.systemUTC(), new PreparationOptions(threads, true))
                        .prepare(task)
                        .manifest());
        return manifest.identity().parts();
    }

    private List<byte[]> bytes(List<PartRef> parts) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (PartRef part : parts) {
            all.add(objects.open(part.key()).readAllBytes());
        }
        return all;
    }
}
