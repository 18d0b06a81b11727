package io.payscope.datasets.quality;

import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes quality reports and puts them into the store, as JSON and as a page. */
public final class QualityReports {

    /** Share of refused rows from which a report says so at its top. */
    private static final double MANY = 0.01;

    private final ObjectStore objects;

    public QualityReports(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Makes a report.
     *
     * @param entry the bank
     * @param datasetId the dataset or upload
     * @param version version of the source, such as {@code 3} or {@code simulated}
     * @param origin whether the rows are real
     * @param rows where they went
     * @param sampling how they were drawn
     * @param profile their distributions
     * @param rejects what was refused
     * @param headers what was odd about the headers
     */
    public static QualityReport of(
            BankEntry entry,
            String datasetId,
            String version,
            Origin origin,
            RowFlow rows,
            SamplingSummary sampling,
            DatasetProfile profile,
            Rejects rejects,
            List<HeaderWarning> headers) {
        List<LabelledMonth> months = profile.rows().months();
        List<String> unlabelled = months.stream()
                .filter(month -> month.unknown() == month.rows())
                .map(LabelledMonth::month)
                .toList();
        List<String> withoutFraud = months.stream()
                .filter(month -> month.fraud() == 0 && month.legitimate() > 0)
                .map(LabelledMonth::month)
                .toList();
        LearningOutlook learning = LearningOutlook.of(entry.learning().fraud(), sampling.after());
        return new QualityReport(
                QualityReport.SCHEMA_VERSION,
                entry.id(),
                entry.title(),
                datasetId,
                new SourceInfo(entry.source().name(), version, entry.source().licence()),
                origin,
                entry.currency(),
                notices(origin, rows, learning, withoutFraud, headers),
                rows,
                rejects.counts(RuleBook.of(entry)),
                rejects.sideRows(),
                headers,
                profile.rows().amounts(),
                profile.rows().times(),
                months,
                withoutFraud,
                unlabelled,
                sampling,
                learning,
                profile.summaries());
    }

    private static List<String> notices(
            Origin origin,
            RowFlow rows,
            LearningOutlook learning,
            List<String> withoutFraud,
            List<HeaderWarning> headers) {
        List<String> notices = new ArrayList<>();
        switch (origin) {
            case ORIGINAL -> {}
            case SIMULATED ->
                notices.add("These rows are simulated: they stand in for the source and prove nothing"
                        + " about real payments.");
            case SYNTHETIC ->
                notices.add("These rows are synthetic: drawn from a model of other banks, they prove"
                        + " nothing about real payments.");
        }
        if (rows.unaccounted() != 0) {
            notices.add("The rows do not add up; unaccounted for: " + rows.unaccounted() + ".");
        }
        if (rows.valid() == 0) {
            notices.add("No row is valid.");
        }
        if (rows.rejected() > MANY * rows.read()) {
            notices.add("More than 1 row in 100 was refused: %d of %d.".formatted(rows.rejected(), rows.read()));
        }
        if (rows.idConflicts() > 0) {
            notices.add("Rows that reuse an id with other values: " + rows.idConflicts() + ".");
        }
        if (learning.state() == LearningOutlook.State.NOT_TRAINABLE) {
            notices.add("Not trainable: " + learning.reason());
        }
        if (!withoutFraud.isEmpty() && learning.state() != LearningOutlook.State.NOT_TRAINABLE) {
            notices.add("Label drought: no known fraud in " + String.join(", ", withoutFraud) + ".");
        }
        if (!headers.isEmpty()) {
            notices.add("The header is not the catalog's; names mapped or ignored: " + headers.size() + ".");
        }
        return notices;
    }

    /** Puts a report into the store, as JSON and as a page. */
    public void store(QualityReport report) {
        BankId bank = report.bankId();
        objects.put(Keys.qualityReport(bank, report.datasetId()), JsonCodec.encode(report), "application/json");
        objects.put(
                Keys.qualityPage(bank, report.datasetId()),
                QualityPage.of(report).getBytes(StandardCharsets.UTF_8),
                "text/html; charset=utf-8");
    }
}
