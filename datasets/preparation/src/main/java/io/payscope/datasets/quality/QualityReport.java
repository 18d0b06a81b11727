package io.payscope.datasets.quality;

import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be said for and against a dataset. It holds no time of its making: equal datasets have equal reports.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param bankId the bank
 * @param title what the data is
 * @param datasetId the dataset or upload
 * @param source where the rows come from, with the licence notice
 * @param origin whether they are real
 * @param currency of the amounts, ISO 4217; XXX where the source names none
 * @param notices what a reader should know first; none for a dataset without reservations
 * @param rows where the rows went
 * @param rules the rules that refused rows
 * @param refusedSideRows rows of joined files that were refused, by file
 * @param headers names that were not as the catalog has them
 * @param amounts distribution of the valid rows' amounts, null without rows
 * @param times time span of the valid rows, null without rows
 * @param months the valid rows by month and label
 * @param monthsWithoutFraud label drought: months with labelled rows but without a known fraud
 * @param monthsWithoutLabel label drought: months of which no row has a label
 * @param sampling how rows were drawn
 * @param learning whether a fraud model can be expected
 * @param files the columns of the raw files
 */
public record QualityReport(
        int schemaVersion,
        BankId bankId,
        String title,
        String datasetId,
        SourceInfo source,
        Origin origin,
        String currency,
        List<String> notices,
        RowFlow rows,
        List<RuleCount> rules,
        Map<String, Long> refusedSideRows,
        List<HeaderWarning> headers,
        @Nullable NumberSummary amounts,
        @Nullable TimeSummary times,
        List<LabelledMonth> months,
        List<String> monthsWithoutFraud,
        List<String> monthsWithoutLabel,
        SamplingSummary sampling,
        LearningOutlook learning,
        List<FileSummary> files) {

    /** The version of the report that this code reads and writes. */
    public static final int SCHEMA_VERSION = 1;

    public QualityReport {
        notices = List.copyOf(notices);
        rules = List.copyOf(rules);
        refusedSideRows = Map.copyOf(refusedSideRows);
        headers = List.copyOf(headers);
        months = List.copyOf(months);
        monthsWithoutFraud = List.copyOf(monthsWithoutFraud);
        monthsWithoutLabel = List.copyOf(monthsWithoutLabel);
        files = List.copyOf(files);
    }
}
