package io.payscope.datasets.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Label;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityReportTest {

    private static final BankId BANK = new BankId(3);
    private static final long MICROS = 1_000_000;

    private final BankEntry entry = Catalog.load().entry(BANK);

    @TempDir
    private Path folder;

    @Test
    void reportSurvivesItsJson() throws IOException {
        QualityReport report = report(900, 100, Origin.ORIGINAL);

        assertThat(JsonCodec.decode(JsonCodec.encode(report), QualityReport.class))
                .isEqualTo(report);
    }

    @Test
    void goodRowsRaiseNoNotice() throws IOException {
        assertThat(report(900, 100, Origin.ORIGINAL).notices()).isEmpty();
        assertThat(report(900, 100, Origin.SIMULATED).notices())
                .singleElement()
                .asString()
                .startsWith("These rows are simulated");
        assertThat(report(900, 100, Origin.SYNTHETIC).notices())
                .singleElement()
                .asString()
                .startsWith("These rows are synthetic");
    }

    @Test
    void oneClassOnlyIsNotTrainable() throws IOException {
        QualityReport report = report(1, 0, Origin.ORIGINAL);

        assertThat(report.learning().state()).isEqualTo(LearningOutlook.State.NOT_TRAINABLE);
        assertThat(report.notices()).containsExactly("Not trainable: All labelled rows are of one class: legitimate.");
        assertThat(report.monthsWithoutFraud()).containsExactly("2017-01");
        assertThat(QualityPage.of(report)).contains("Not trainable");
    }

    @Test
    void noRowsGiveAReportToo() throws IOException {
        QualityReport report = report(0, 0, Origin.ORIGINAL);

        assertThat(report.learning().state()).isEqualTo(LearningOutlook.State.NOT_TRAINABLE);
        assertThat(report.notices()).contains("No row is valid.", "Not trainable: There are no rows.");
        assertThat(report.amounts()).isNull();
        assertThat(QualityPage.of(report)).contains("There is no valid row.");
        assertThat(JsonCodec.decode(JsonCodec.encode(report), QualityReport.class))
                .isEqualTo(report);
    }

    @Test
    void fewFraudsMakeABaselineOnly() {
        LabelCounts few = new LabelCounts(20, 1000, 0);
        assertThat(LearningOutlook.of(entry.learning().fraud(), few).state()).isEqualTo(LearningOutlook.State.BASIC);
        LabelCounts unlabelled = new LabelCounts(0, 0, 10);
        assertThat(LearningOutlook.of(entry.learning().fraud(), unlabelled).reason())
                .endsWith("one class: without a label.");
        assertThat(LearningOutlook.of(null, few).state()).isEqualTo(LearningOutlook.State.NOT_APPLICABLE);
    }

    @Test
    void refusedRowsAreNamedWithRuleLineAndValue() throws IOException {
        try (Rejects rejects = new Rejects(folder)) {
            rejects.refuse("log.csv", 17, "amount", "number", "<b>=1+1</b>");
            RowFlow flow = new RowFlow(2, 1, 0, 0, 0, 0);
            QualityReport report = QualityReports.of(
                    entry,
                    "id",
                    "2",
                    Origin.ORIGINAL,
                    flow,
                    sampling(0, 0),
                    profile(0, 0),
                    rejects,
                    List.of(new HeaderWarning("log.csv", HeaderWarning.Kind.MAPPED, "Amount", "amount")));

            assertThat(report.notices())
                    .contains(
                            "The rows do not add up; unaccounted for: 1.",
                            "More than 1 row in 100 was refused: 1 of 2.",
                            "The header is not the catalog's; names mapped or ignored: 1.");
            assertThat(QualityPage.of(report))
                    .contains("data-l=\"line\">17<", "&lt;b&gt;=1+1&lt;/b&gt;", "taken for amount")
                    .contains(entry.source().licence())
                    .doesNotContain("<b>=", "<script");
        }
    }

    @Test
    void bothFormsLieBesideEachOther() throws IOException {
        FolderObjectStore objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        QualityReport report = report(10, 1, Origin.ORIGINAL);

        new QualityReports(objects).store(report);

        assertThat(Keys.qualityReport(BANK, "id")).isEqualTo("reports/bank=3/quality/id.json");
        byte[] json =
                objects.find("reports/bank=3/quality/id.json").orElseThrow().body();
        assertThat(JsonCodec.decode(json, QualityReport.class)).isEqualTo(report);
        byte[] page =
                objects.find("reports/bank=3/quality/id.html").orElseThrow().body();
        assertThat(new String(page, StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
    }

    private QualityReport report(int legitimate, int fraud, Origin origin) throws IOException {
        int rows = legitimate + fraud;
        try (Rejects rejects = new Rejects(folder)) {
            return QualityReports.of(
                    entry,
                    "id",
                    "2",
                    origin,
                    new RowFlow(rows, 0, 0, 0, rows, rows),
                    sampling(legitimate, fraud),
                    profile(legitimate, fraud),
                    rejects,
                    List.of());
        }
    }

    private static SamplingSummary sampling(int legitimate, int fraud) {
        LabelCounts labels = new LabelCounts(fraud, legitimate, 0);
        return new SamplingSummary(labels, labels, Map.of("FRAUD", 1.0), 42, null);
    }

    private DatasetProfile profile(int legitimate, int fraud) {
        DatasetProfile profile = new DatasetProfile(entry.files());
        byte[] type = "TRANSFER".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < legitimate + fraud; i++) {
            FileProfile file = profile.file(entry.mainFile().name());
            file.add(0, 1 + i % 24);
            file.add(1, type, 0, type.length);
            file.add(2, i * 3.5);
            profile.rows()
                    .add(1_483_228_800L * MICROS + i * MICROS, i * 350L, 2, i < fraud ? Label.FRAUD : Label.LEGITIMATE);
        }
        return profile;
    }
}
