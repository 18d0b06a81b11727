package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.SimulationSpec;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.testing.Datasheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of dirt is caught by a rule of its own, and costs no row but its own. */
class DirtTest {

    private static final double SHARE = 0.02;
    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, field-count quotes number present amount amount-not-negative time time-not-negative label-known",
        "2, field-count quotes number present amount amount-not-negative time text length unique-id label-known"
                + " product-known",
        "3, field-count quotes number present amount amount-not-negative text length label-known type-known"
                + " step-range balance-not-negative",
        "4, field-count quotes present time text length unique-id joined status-known"
    })
    void everyRuleHasSomethingToCatch(int bank, String rules) throws IOException {
        FolderObjectStore objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        new RawSimulation(objects, Catalog.load(), folder)
                .write(entry(bank, SimulatedFiles.dirty(bank, SHARE)), "raw/", ROWS, 42);

        ManifestIdentity identity =
                Datasheet.prepare(objects, folder, bank, (long) 2 * ROWS).identity();

        assertThat(identity.rejectedByRule()).containsKeys(rules.split(" "));
        double raw = Math.ceil(ROWS * 1.05);
        assertThat(identity.rowsRejected() / raw).isBetween(SHARE * 0.8, SHARE * 2.2);
        double lost = raw - identity.rowsKept();
        assertThat(lost / raw).as("rows lost to dirt").isLessThan(SHARE * 2.2);
        assertThat(identity.duplicatesRemoved()).isZero();
    }

    private static BankEntry entry(int bank, SimulationSpec simulation) {
        BankEntry entry = Catalog.load().entry(new BankId(bank));
        return entry.withSimulation(simulation);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5"})
    void stainsComeAtTheRateThatIsSet(double share) {
        Dirt dirt = new Dirt(SimulatedFiles.dirty(3, share), new SplittableRandom(1), List.of(Stain.ofRows()));
        long spoilt = 0;
        for (int i = 0; i < 1_000; i++) {
            spoilt += dirt.next() == Dirt.Fate.SPOILT ? 1 : 0;
        }

        assertThat(spoilt).isBetween((long) (share * 1_000) - 1, (long) (share * 1_000) + 1);
    }
}
