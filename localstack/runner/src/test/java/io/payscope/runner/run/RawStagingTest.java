package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.datasets.PreparationTask;
import io.payscope.datasets.RawVersion;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.folder.MountedFolders;
import io.payscope.datasets.kaggle.DownloadedRaw;
import io.payscope.datasets.kaggle.KaggleRaw;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawStagingTest {

    @TempDir
    private Path folder;

    @Test
    void rawPrefixMirrorsTheCsvFilesOfEachBankAndLeavesTheOthersAlone() throws Exception {
        InMemoryObjects objects = new InMemoryObjects();
        for (String key : List.of("raw/bank=1/old.csv", "raw/bank=2/old.csv", "raw/bank=3/old.csv")) {
            objects.put(key, new byte[] {1}, "text/csv");
        }
        Path bank1 = Files.createDirectory(folder.resolve("bank-1"));
        Files.writeString(bank1.resolve("a.csv"), "a");
        Files.writeString(bank1.resolve("b.csv.gz"), "b");
        Files.writeString(bank1.resolve("notes.txt"), "no data");

        new RawStaging(objects).stage(folder, List.of(new BankId(1), new BankId(2)));

        assertThat(objects.list("raw/"))
                .extracting(ObjectHead::key)
                .containsExactly("raw/bank=1/a.csv", "raw/bank=1/b.csv.gz", "raw/bank=3/old.csv");
    }

    @Test
    void simulatedFilesStaySimulatedUntilTheyAreReplaced() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path bank3 = Files.createDirectory(folder.resolve("bank-3"));
        Catalog catalog = Catalog.load();
        BankEntry entry = catalog.entry(new BankId(3));
        MountedFolders mounted = new MountedFolders(new FolderObjectStore(work), Map.of("raw/bank=3/", bank3), _ -> {});
        new RawSimulation(mounted, catalog, work).write(entry, "raw/", 50, 42);
        InMemoryObjects objects = new InMemoryObjects();
        RawStaging staging = new RawStaging(objects);

        staging.stage(folder, List.of(entry.id()));

        assertThat(version(objects, entry)).isEqualTo(PreparationTask.SIMULATED);

        Files.writeString(bank3.resolve(entry.mainFile().name()), "mine");
        staging.stage(folder, List.of(entry.id()));

        assertThat(version(objects, entry)).isEqualTo(entry.source().version());
    }

    @Test
    void versionOfADownloadIsStagedWithItsFiles() throws Exception {
        BankEntry entry = Catalog.load().entry(new BankId(3));
        Path bank3 = Files.createDirectory(folder.resolve("bank-3"));
        String name = entry.mainFile().name();
        Files.writeString(bank3.resolve(name), "rows");
        Map<String, String> hashes =
                Map.of("raw/bank=3/" + name, Hashes.sha256("rows".getBytes(StandardCharsets.UTF_8)));
        Files.write(
                bank3.resolve(DownloadedRaw.FILE),
                JsonCodec.encode(new DownloadedRaw(entry.id(), "ealaxi/paysim1", "7", hashes)));
        InMemoryObjects objects = new InMemoryObjects();

        new RawStaging(objects).stage(folder, List.of(entry.id()));

        assertThat(version(objects, entry)).isEqualTo("7");
    }

    private String version(InMemoryObjects objects, BankEntry entry) {
        RawVersion version =
                new RawVersion(new RawSimulation(objects, Catalog.load(), folder), new KaggleRaw(objects, folder));
        return version.of(entry, "raw/", RawFiles.locate(objects, "raw/", entry));
    }
}
