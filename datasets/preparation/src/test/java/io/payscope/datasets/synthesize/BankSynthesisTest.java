package io.payscope.datasets.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.core.fault.BugFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.SynthesisSpec;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.SharedData;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankSynthesisTest {

    private static final BankId BANK = new BankId(5);

    @TempDir
    private Path folder;

    private final Catalog catalog = Catalog.load();
    private FolderObjectStore objects;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
    }

    @Test
    void rowsLookLikeTheirSources() throws IOException {
        PreparedDataset made = synthesize(List.of(simulated(1, 5000), simulated(3, 5000)), 8000L, 42);
        LikenessReport report = report(made);

        assertThat(report.synthetic()).isTrue();
        assertThat(report.rows()).isEqualTo(8000);
        assertThat(report.exactMatches()).isZero();
        assertThat(report.overall().kolmogorovSmirnovMean()).isLessThan(0.06);
        assertThat(report.overall().correlationMean()).isLessThan(0.06);
        for (SourceLikeness source : report.sources()) {
            assertThat(source.share()).isBetween(0.10, 0.20);
            StratumLikeness legitimate = source.strata().stream()
                    .filter(stratum -> stratum.label() == Label.LEGITIMATE)
                    .findAny()
                    .orElseThrow();
            assertThat(legitimate.kolmogorovSmirnov())
                    .as("bank %s", source.bankId())
                    .allSatisfy((_, distance) -> assertThat(distance).isLessThan(0.2));
            assertThat(legitimate.kolmogorovSmirnov().get("log_amount")).isLessThan(0.1);
            assertThat(legitimate.channelVariation()).isLessThan(0.03);
            assertThat(legitimate.correlationLargest()).isLessThan(0.35);
            NearestLikeness nearest = source.nearest();
            assertThat(nearest.ratio()).as("made rows keep their distance").isGreaterThan(0.7);
            assertThat(nearest.madeSmallest()).isGreaterThanOrEqualTo(nearest.smallestAllowed());
        }
    }

    @Test
    void weightsOfTheSourcesComeFromTheSeed() throws IOException {
        List<ManifestRef> sources = List.of(simulated(1, 1000), simulated(3, 3000));

        LikenessReport first = report(synthesize(sources, 2000L, 1));
        LikenessReport second = report(synthesize(sources, 2000L, 2));

        assertThat(first.sources().get(0).share())
                .isNotEqualTo(second.sources().get(0).share());
        for (LikenessReport report : List.of(first, second)) {
            SourceLikeness small = report.sources().get(0);
            SourceLikeness large = report.sources().get(1);
            double weight = small.share() * 1000 / (small.share() * 1000 + large.share() * 3000);
            assertThat(small.madeLabels().total()).isBetween((long) (2000 * weight) - 1, (long) (2000 * weight) + 1);
            assertThat(small.madeLabels().total() + large.madeLabels().total()).isEqualTo(2000);
        }
    }

    @Test
    void equalRequestsGiveEqualBytes() throws IOException {
        List<ManifestRef> sources = List.of(simulated(3, 2000));
        PreparedDataset first = synthesize(sources, 3000L, 42);
        String key = first.manifest().key();
        byte[] report = reportBytes(first);
        objects.delete(key);

        PreparedDataset second = synthesize(sources, 3000L, 42);

        assertThat(second.manifest()).isEqualTo(first.manifest());
        assertThat(reportBytes(second)).isEqualTo(report);
        assertThat(synthesize(sources, 3000L, 43).manifest().sha256())
                .isNotEqualTo(first.manifest().sha256());
    }

    @Test
    void oneRowIsNeverCopied() throws IOException {
        objects.put("raw/bank=1/creditcard.csv", oneCardPayment().getBytes(StandardCharsets.UTF_8), "text/csv");
        Datasheet source = Datasheet.prepare(objects, folder, 1, null);

        PreparedDataset made = synthesize(List.of(source.prepared().manifest()), 300L, 42);

        assertThat(rows(made))
                .hasSize(300)
                .noneMatch(row -> row.transaction()
                                        .amount()
                                        .compareTo(source.rows()
                                                .getFirst()
                                                .transaction()
                                                .amount())
                                == 0
                        && row.transaction().occurredAt().getEpochSecond() % 86_400 / 100 == 1);
        assertThat(report(made).exactMatches()).isZero();
    }

    @Test
    void modelThatCanOnlyCopyEndsTheSynthesis() throws IOException {
        SynthesisSpec strict = new SynthesisSpec(0.1, 0.2, 0.1, 0.5, 0.01, 1.2, 0.01, 1000, 5, 0.1, 0.1);
        Manifests manifests = new Manifests(objects);
        SourceFit fit = new SourceFit(manifests, strict, 42);
        fit.add(manifests.read(simulated(3, 500)));
        FraudPlan plan = catalog.entry(BANK).learning().fraud();

        assertThatThrownBy(() -> fit.make(100, plan, new MappedRow("XXX", RowMaker.FEATURES.size()), _ -> {}))
                .isInstanceOf(BugFault.class)
                .hasMessage("bank 3: expected a synthetic row that is no near copy within 5 draws, found none");
    }

    @Test
    void pageSaysThatItIsSyntheticAndEscapesWhatItShows() throws IOException {
        PreparedDataset made = synthesize(List.of(simulated(3, 500)), 500L, 42);
        LikenessReport report = report(made);
        SourceLikeness source = report.sources().getFirst();
        SourceLikeness hostile = new SourceLikeness(
                source.bankId(),
                "<script>alert(1)</script>",
                source.licence(),
                source.share(),
                source.sourceLabels(),
                source.madeLabels(),
                source.labelVariation(),
                source.strata(),
                source.nearest());
        String page = new LikenessPage(new LikenessReport(
                        true, BANK, report.datasetId(), 42, 500, 0, report.overall(), List.of(hostile), List.of()))
                .html();

        assertThat(page).contains("Synthetic data: no row is a real payment", "&lt;script&gt;", "CC BY-SA 4.0");
        assertThat(page).doesNotContain("<script", "http");
        assertThat(new String(
                        objects.find(reportKey(made).replace(".json", ".html"))
                                .orElseThrow()
                                .body(),
                        StandardCharsets.UTF_8))
                .startsWith("<!doctype html>");
    }

    @Test
    void realExcerptsGiveATrainableBank() throws IOException {
        Optional<Path> data = SharedData.find("BankSynthesisTest, the bank drawn from the samples of the real sources");
        assumeTrue(data.isPresent(), "no real rows at hand");
        List<ManifestRef> sources = new ArrayList<>();
        List<CanonicalRow> real = new ArrayList<>();
        for (int bank : List.of(1, 3, 4)) {
            try (Stream<Path> files = Files.list(data.orElseThrow().resolve("real/bank-" + bank))) {
                String prefix = "raw/bank=" + bank + "/";
                files.forEach(file -> objects.put(prefix + file.getFileName(), file, "text/csv"));
            }
            Datasheet sheet = Datasheet.prepare(objects, folder, bank, null);
            sources.add(sheet.prepared().manifest());
            real.addAll(sheet.rows());
        }

        for (Long asked : new Long[] {null, 5000L}) {
            PreparedDataset made = synthesize(sources, asked, 42);

            assertThat(made.missingBanks()).containsExactly(new BankId(2));
            List<CanonicalRow> rows = rows(made);
            FraudPlan plan = catalog.entry(BANK).learning().fraud();
            List<Instant> frauds = frauds(rows);
            List<CanonicalRow> labelled = rows.stream()
                    .filter(row -> row.transaction().label() != Label.UNKNOWN)
                    .toList();
            Instant trainEnd = time(labelled, 0.6);
            Instant validationEnd = time(labelled, 0.8);
            assertThat(frauds.stream().filter(time -> time.isBefore(trainEnd)).count())
                    .isGreaterThanOrEqualTo(plan.minimumPositives());
            assertThat(frauds.stream().filter(time -> time.isAfter(trainEnd) && time.isBefore(validationEnd)))
                    .hasSizeGreaterThanOrEqualTo(6);
            assertThat(frauds.stream().filter(time -> time.isAfter(validationEnd)))
                    .hasSizeGreaterThanOrEqualTo(6);
            assertThat(report(made).exactMatches()).isZero();
            assertThat(strangers(rows, real)).isEmpty();
        }
    }

    /** Rows that share amount, time of day and channel with a real one, found without the guard. */
    private static List<String> strangers(List<CanonicalRow> rows, List<CanonicalRow> real) {
        Set<String> keys = new HashSet<>();
        real.forEach(row -> keys.add(key(row.transaction())));
        return rows.stream()
                .map(row -> key(row.transaction()))
                .filter(keys::contains)
                .toList();
    }

    private static String key(CanonicalTransaction row) {
        return row.amount().stripTrailingZeros().toPlainString() + "/"
                + row.occurredAt().getEpochSecond() % 86_400 + "/" + CommonRow.channel(row.channel());
    }

    private static List<Instant> frauds(List<CanonicalRow> rows) {
        return rows.stream()
                .map(CanonicalRow::transaction)
                .filter(row -> row.label() == Label.FRAUD)
                .map(CanonicalTransaction::occurredAt)
                .toList();
    }

    private static Instant time(List<CanonicalRow> rows, double share) {
        return rows.get((int) (rows.size() * share)).transaction().occurredAt();
    }

    private ManifestRef simulated(int bank, long rows) throws IOException {
        new RawSimulation(objects, catalog, folder).write(catalog.entry(new BankId(bank)), "raw/", rows, 42);
        return Datasheet.prepare(objects, folder, bank, rows).prepared().manifest();
    }

    private PreparedDataset synthesize(List<ManifestRef> sources, @Nullable Long rows, long seed) {
        return new BankSynthesis(objects, catalog, folder, Clock.systemUTC(), UtilityMeasure.NONE)
                .synthesize(new SynthesizeBankRequest("run", BANK, sources, rows, seed));
    }

    private LikenessReport report(PreparedDataset made) {
        return JsonCodec.decode(reportBytes(made), LikenessReport.class);
    }

    private byte[] reportBytes(PreparedDataset made) {
        return objects.find(reportKey(made)).orElseThrow().body();
    }

    private String reportKey(PreparedDataset made) {
        Map<String, String> environment =
                new Manifests(objects).read(made.manifest()).provenance().environment();
        assertThat(environment).containsEntry("synthetic", "true");
        return environment.getOrDefault("likenessReport", "none");
    }

    private List<CanonicalRow> rows(PreparedDataset made) throws IOException {
        List<CanonicalRow> rows = new ArrayList<>();
        Manifests manifests = new Manifests(objects);
        for (PartRef part : manifests.read(made.manifest()).identity().parts()) {
            try (PartReader reader = manifests.open(BANK, part)) {
                reader.rows().forEachRemaining(rows::add);
            }
        }
        return rows;
    }

    private static String oneCardPayment() {
        StringBuilder csv = new StringBuilder("\"Time\"");
        StringBuilder values = new StringBuilder("100");
        for (int i = 1; i <= 28; i++) {
            csv.append(",\"V").append(i).append('"');
            values.append(",0.").append(i);
        }
        return csv.append(",\"Amount\",\"Class\"\n")
                .append(values)
                .append(",12.5,\"0\"\n")
                .toString();
    }
}
