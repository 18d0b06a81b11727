package io.payscope.datasets.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Label;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.SynthesisSpec;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.synthesize.PrivacyGuard.Verdict;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.wire.dataset.Manifests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyGuardTest {

    private final SynthesisSpec spec = Catalog.load().entry(new BankId(5)).syntheticSynthesis();
    private final PrivacyGuard guard = new PrivacyGuard();

    @TempDir
    private Path folder;

    private CommonRow[] rows;
    private Neighbourhood neighbourhood;

    /** A source of 500 rows, its clock in steps of five minutes. */
    @BeforeEach
    void fill() throws IOException {
        FolderObjectStore objects = new FolderObjectStore(folder);
        StringBuilder csv = new StringBuilder("\"Time\"");
        for (int i = 1; i <= 28; i++) {
            csv.append(",\"V").append(i).append('"');
        }
        csv.append(",\"Amount\",\"Class\"\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            csv.append(i * 300);
            for (int v = 0; v < 28; v++) {
                csv.append(',').append(Math.round(random.nextGaussian() * 1e6) / 1e3);
            }
            csv.append(',')
                    .append(BigDecimal.valueOf(100 + random.nextInt(20_000), 2))
                    .append(",\"")
                    .append(i % 50 == 0 ? 1 : 0);
            csv.append("\"\n");
        }
        objects.put("raw/bank=1/creditcard.csv", csv.toString().getBytes(StandardCharsets.UTF_8), "");
        Datasheet sheet = Datasheet.prepare(objects, folder, 1, null);
        DatasetManifest manifest = new Manifests(objects).read(sheet.prepared().manifest());
        SourceProfile profile = new SourceProfile(manifest, 1);
        sheet.rows().forEach(profile::add);
        assertThat(profile.tick()).isEqualTo(300);
        neighbourhood = new Neighbourhood(profile, spec);
        rows = sheet.rows().stream()
                .map(row -> {
                    CommonRow view = new CommonRow();
                    profile.view(row, view);
                    guard.add(view, neighbourhood);
                    return view;
                })
                .toArray(CommonRow[]::new);
        guard.finish(neighbourhood);
    }

    @Test
    void everyRowOfTheSourceIsAnExactMatch() {
        assertThat(rows).hasSize(500).allMatch(row -> guard.check(row) == Verdict.EXACT);
    }

    @Test
    void timeIsComparedAsFineAsTheSourcesClock() {
        CommonRow copy = moved(rows[7], 299, 0);
        assertThat(guard.check(copy)).isEqualTo(Verdict.EXACT);
        assertThat(guard.isExact(copy.cents, (long) copy.values[CommonRow.SECOND] + 300, copy.channel))
                .isFalse();
    }

    @Test
    void plantedNearCopiesAreCaught() {
        for (CommonRow row : rows) {
            CommonRow copy = moved(row, 310, 1);
            assertThat(guard.check(copy)).isEqualTo(Verdict.NEAR);
        }
    }

    @Test
    void aRowAsFarAsTheSourcesOwnRowsIsLetThrough() {
        CommonRow far = moved(rows[7], 0, 0);
        far.values[CommonRow.UNUSUALNESS] += 3;
        far.amount(far.cents * 3);
        assertThat(neighbourhood.distance(far, 100)).isGreaterThan(neighbourhood.closest());
        assertThat(guard.check(far)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void fewOfTheSourcesOwnRowsAreAsCloseAsIsForbidden() {
        assertThat(neighbourhood.closest()).isBetween(0.05, neighbourhood.usual());
        assertThat(neighbourhood.size()).isEqualTo(500);
    }

    @Test
    void treeFindsTheNearestPoint() {
        SplittableRandom random = new SplittableRandom(5);
        int dimensions = 4;
        float[] points = new float[dimensions * 700];
        for (int i = 0; i < points.length; i++) {
            points[i] = i % 3 == 0 ? random.nextInt(3) : (float) random.nextGaussian();
        }
        NeighbourTree tree = new NeighbourTree(points, dimensions);
        float[] probe = new float[dimensions];
        for (int i = 0; i < 700; i++) {
            tree.copy(i, probe);
            double expected = brute(points, probe, i);
            assertThat(tree.nearest(probe, i, Double.POSITIVE_INFINITY)).isCloseTo(expected, within(1e-6));
            assertThat(tree.nearest(probe, -1, 5)).isZero();
            assertThat(tree.nearest(probe, i, expected / 2)).isEqualTo(expected / 2);
        }
    }

    private static double brute(float[] points, float[] probe, int without) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.length / probe.length; i++) {
            double sum = 0;
            for (int d = 0; d < probe.length; d++) {
                sum += Math.pow((double) points[i * probe.length + d] - probe[d], 2);
            }
            best = i == without ? best : Math.min(best, Math.sqrt(sum));
        }
        return best;
    }

    private static CommonRow moved(CommonRow row, long seconds, long cents) {
        CommonRow copy = new CommonRow();
        System.arraycopy(row.values, 0, copy.values, 0, row.values.length);
        copy.channel = row.channel;
        copy.label = Label.LEGITIMATE;
        copy.amount(row.cents + cents);
        copy.values[CommonRow.SECOND] = Math.floorMod((long) row.values[CommonRow.SECOND] + seconds, 86_400L);
        return copy;
    }
}
