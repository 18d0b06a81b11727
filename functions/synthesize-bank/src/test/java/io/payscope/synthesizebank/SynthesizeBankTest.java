package io.payscope.synthesizebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.Preparation;
import io.payscope.datasets.PreparationTask;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.synthesize.LikenessReport;
import io.payscope.datasets.synthesize.Utility;
import io.payscope.datasets.testing.MemoryClaims;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizeBankTest {

    private static final BankId BANK = new BankId(5);
    private static final long ROWS = 1000;

    @TempDir
    private Path folder;

    private final Catalog catalog = Catalog.load();
    private FolderObjectStore objects;
    private Path temporary;
    private SynthesizeBank stage;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        stage = new SynthesizeBank(objects, new MemoryClaims(), catalog, temporary, Clock.systemUTC());
    }

    @Test
    void drawsFromTheBanksAtHandAndNamesTheOthers() throws IOException {
        ManifestRef first = prepared(1);
        ManifestRef third = prepared(3);

        PreparedDataset made = stage.run(request(List.of(third, first)));

        ManifestIdentity identity = new Manifests(objects).read(made.manifest()).identity();
        assertThat(made.missingBanks()).containsExactly(new BankId(2), new BankId(4));
        assertThat(identity.rowsKept()).isEqualTo(ROWS);
        assertThat(identity.labelsAfter().fraud()).isBetween(60L, 62L);
        assertThat(identity.source().licence()).contains("DbCL", "CC BY-SA 4.0");
        List<CanonicalTransaction> rows = rows(BANK, made.manifest());
        assertThat(rows).isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
        assertThat(rows).extracting(CanonicalTransaction::transactionId).doesNotHaveDuplicates();
        assertThat(Duration.between(rows.getFirst().occurredAt(), rows.getLast().occurredAt())
                        .toDays())
                .isBetween(150L, 180L);
    }

    @Test
    void noRowIsACopy() throws IOException {
        ManifestRef third = prepared(3);

        PreparedDataset made = stage.run(request(List.of(third)));

        List<CanonicalTransaction> sources = rows(new BankId(3), third);
        Set<String> ids = new HashSet<>();
        Set<String> parties = new HashSet<>();
        sources.forEach(row -> {
            ids.add(row.transactionId());
            parties.add(row.payerId());
            parties.add(row.payeeId());
        });
        Set<BigDecimal> amounts = new HashSet<>();
        sources.forEach(row -> amounts.add(row.amount()));
        List<CanonicalTransaction> rows = rows(BANK, made.manifest());
        assertThat(rows).noneMatch(row -> ids.contains(row.transactionId()));
        assertThat(rows).noneMatch(row -> parties.contains(row.payerId()) || parties.contains(row.payeeId()));
        assertThat(rows.stream().filter(row -> amounts.contains(row.amount())).count())
                .as("amounts shared by chance")
                .isLessThan(ROWS / 20);
    }

    @Test
    void sameRequestGivesSameBytesOnce() {
        SynthesizeBankRequest request = request(List.of(prepared(3)));
        PreparedDataset first = stage.run(request);
        List<ObjectHead> before = objects.list("");

        assertThat(stage.run(request)).isEqualTo(first);
        assertThat(objects.list("")).isEqualTo(before);

        SynthesizeBank other = new SynthesizeBank(objects, new MemoryClaims(), catalog, temporary, Clock.systemUTC());
        assertThat(other.run(request)).isEqualTo(first);
    }

    @Test
    void whatIsLearnedFromSyntheticRowsHoldsForTheSources() {
        ManifestRef first = prepared(1, 4000);
        ManifestRef third = prepared(3, 4000);

        PreparedDataset made = stage.run(new SynthesizeBankRequest("run-1", BANK, List.of(first, third), 6000L, 42));

        String key = new Manifests(objects)
                .read(made.manifest())
                .provenance()
                .environment()
                .getOrDefault("likenessReport", "none");
        LikenessReport report = JsonCodec.decode(objects.find(key).orElseThrow().body(), LikenessReport.class);
        assertThat(report.synthetic()).isTrue();
        assertThat(report.utility()).extracting(Utility::scope).containsExactly("all", "bank 1", "bank 3");
        assertThat(report.utility()).allSatisfy(utility -> {
            assertThat(utility.syntheticRocAuc()).isBetween(0.65, utility.realRocAuc() + 0.1);
            assertThat(utility.realRocAuc()).isGreaterThan(0.65);
            assertThat(utility.syntheticAveragePrecision())
                    .isGreaterThan(3.0 * utility.testFrauds() / utility.testRows());
        });
    }

    @Test
    void nothingToDrawFromIsRefused() {
        assertThatThrownBy(() -> stage.run(request(List.of())))
                .isInstanceOf(DataFault.class)
                .hasMessage("bank 5: expected at least one prepared bank to draw from, found none");
    }

    private ManifestRef prepared(int bank) {
        return prepared(bank, ROWS);
    }

    private ManifestRef prepared(int bank, long rows) {
        BankEntry entry = catalog.entry(new BankId(bank));
        new RawSimulation(objects, catalog, temporary).write(entry, "raw/", rows, 42);
        RawFiles files = RawFiles.locate(objects, "raw/", entry);
        PreparationTask task =
                new PreparationTask(entry, catalog.fingerprint(entry.id()), files, "simulated", rows, 42);
        return new Preparation(objects, temporary, Clock.systemUTC())
                .prepare(task)
                .manifest();
    }

    private static SynthesizeBankRequest request(List<ManifestRef> sources) {
        return new SynthesizeBankRequest("run-1", BANK, sources, ROWS, 42);
    }

    private List<CanonicalTransaction> rows(BankId bank, ManifestRef ref) throws IOException {
        List<CanonicalTransaction> rows = new ArrayList<>();
        Manifests manifests = new Manifests(objects);
        for (PartRef part : manifests.read(ref).identity().parts()) {
            try (PartReader reader = manifests.open(bank, part)) {
                reader.transactions().forEachRemaining(rows::add);
            }
        }
        return rows;
    }
}
