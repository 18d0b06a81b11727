package io.payscope.datasets.quality;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.datasets.quality.Markup.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A quality report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
public final class QualityPage {

    private final QualityReport report;
    private final Markup page = new Markup();

    private QualityPage(QualityReport report) {
        this.report = report;
    }

    /** @return the page, HTML */
    public static String of(QualityReport report) {
        return new QualityPage(report).html();
    }

    private String html() {
        String title = "Data quality, bank " + report.bankId();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'\">\n")
                .element("title", title)
                .raw("<style>" + PageStyle.CSS + "</style></head><body>\n")
                .element("h1", title + ": " + report.title())
                .element(
                        "p",
                        origin() + " Source " + report.source().name() + ", version "
                                + report.source().version() + ".")
                .element("p", "Licence: " + report.source().licence())
                .element("p class=\"id\"", "dataset " + report.datasetId());
        notices();
        flow();
        refusals();
        headers();
        amounts();
        months();
        sampling();
        columns();
        return page.raw("</body></html>\n").toString();
    }

    private String origin() {
        return switch (report.origin()) {
            case ORIGINAL -> "Original rows.";
            case SIMULATED -> "SIMULATED rows.";
            case SYNTHETIC -> "SYNTHETIC rows.";
        };
    }

    private void notices() {
        if (report.notices().isEmpty()) {
            page.element("p", "Nothing speaks against these rows that the checks could see.");
            return;
        }
        page.raw("<ul class=\"notices\">\n");
        report.notices().forEach(notice -> page.element("li", notice));
        page.raw("</ul>\n");
    }

    private void flow() {
        RowFlow rows = report.rows();
        page.raw("<div class=\"flow\">\n");
        tile("rows read", rows.read());
        tile("refused", rows.rejected());
        tile("exact copies", rows.duplicates());
        tile("valid", rows.valid());
        tile("kept", rows.kept());
        page.raw("</div>\n");
        page.element(
                "p class=\"soft\"",
                "Read = refused + copies + valid. Kept rows are drawn from the valid ones. Refused rows that reuse an"
                        + " id with other values: " + Markup.count(rows.idConflicts()) + ".");
    }

    private void tile(String name, long count) {
        page.raw("<div><b>" + Markup.count(count) + "</b>")
                .element("span", name)
                .raw("</div>\n");
    }

    private void refusals() {
        page.element("h2", "Refused rows");
        if (report.rules().isEmpty()) {
            page.element("p", "No row was refused.");
            return;
        }
        page.table(
                List.of("rule", "meaning", "rows", "rows of joined files"),
                report.rules().stream()
                        .map(rule -> List.of(
                                Cell.text(rule.rule()),
                                Cell.text(rule.meaning()),
                                Cell.count(rule.rows()),
                                Cell.count(rule.sideRows())))
                        .toList());
        page.element("h3", "First examples");
        page.table(
                List.of("rule", "file", "line", "column", "found"),
                report.rules().stream()
                        .flatMap(rule -> rule.examples().stream())
                        .map(example -> List.of(
                                Cell.text(example.rule()),
                                Cell.text(example.file()),
                                Cell.count(example.line()),
                                Cell.text(example.column()),
                                Cell.text(example.value())))
                        .toList());
    }

    private void headers() {
        if (report.headers().isEmpty()) {
            return;
        }
        page.element("h2", "Header");
        page.table(
                List.of("file", "name found", "what was done"),
                report.headers().stream()
                        .map(warning -> List.of(
                                Cell.text(warning.file()),
                                Cell.text(warning.found()),
                                Cell.text(
                                        switch (warning.kind()) {
                                            case MAPPED -> "taken for " + warning.meant();
                                            case IGNORED -> "ignored";
                                        })))
                        .toList());
    }

    private void amounts() {
        NumberSummary amounts = report.amounts();
        if (amounts == null) {
            return;
        }
        page.element("h2", "Amounts, " + ("XXX".equals(report.currency()) ? "no currency" : report.currency()));
        page.table(
                List.of("smallest", "p5", "p25", "median", "p75", "p95", "largest", "mean", "p1 to p99"),
                List.of(Stream.concat(
                                Stream.of(
                                                amounts.minimum(),
                                                amounts.p5(),
                                                amounts.p25(),
                                                amounts.p50(),
                                                amounts.p75(),
                                                amounts.p95(),
                                                amounts.maximum(),
                                                amounts.mean())
                                        .map(number -> Cell.number(Markup.number(number))),
                                Stream.of(Markup.bars(amounts.bars())))
                        .toList()));
        page.element("p class=\"soft\"", "Quantiles are read from a histogram and at most 1.6 % too near to zero.");
    }

    private void months() {
        page.element("h2", "Time and labels");
        TimeSummary times = report.times();
        if (times == null) {
            page.element("p", "There is no valid row.");
            return;
        }
        page.element("p", "From " + times.first() + " to " + times.last() + ", UTC.");
        page.element("p", report.learning().reason());
        page.table(
                List.of("month", "rows", "fraud", "legitimate", "no label", "fraud of labelled", "label drought"),
                report.months().stream().map(this::month).toList());
    }

    private List<Cell> month(LabelledMonth month) {
        long labelled = month.fraud() + month.legitimate();
        String drought = report.monthsWithoutLabel().contains(month.month())
                ? "no label"
                : report.monthsWithoutFraud().contains(month.month()) ? "no fraud" : "";
        return List.of(
                Cell.text(month.month()),
                Cell.count(month.rows()),
                Cell.count(month.fraud()),
                Cell.count(month.legitimate()),
                Cell.count(month.unknown()),
                Cell.number(labelled == 0 ? "" : Markup.percent((double) month.fraud() / labelled)),
                Cell.text(drought));
    }

    private void sampling() {
        SamplingSummary sampling = report.sampling();
        page.element("h2", "Sampling");
        page.element(
                "p",
                "Seed " + sampling.seed() + "; "
                        + (sampling.rowsRequested() == null
                                ? "the catalog's number of rows."
                                : Markup.count(sampling.rowsRequested()) + " rows requested.")
                        + " A weight says how many valid rows a kept row stands for.");
        Map<String, Double> weights = new TreeMap<>(sampling.inclusionWeights());
        LabelCounts before = sampling.before();
        LabelCounts after = sampling.after();
        page.table(
                List.of("label", "valid", "kept", "weight"),
                List.of(
                        stratum("FRAUD", before.fraud(), after.fraud(), weights),
                        stratum("LEGITIMATE", before.legitimate(), after.legitimate(), weights),
                        stratum("UNKNOWN", before.unknown(), after.unknown(), weights)));
    }

    private static List<Cell> stratum(String label, long before, long after, Map<String, Double> weights) {
        Double weight = weights.get(label);
        return List.of(
                Cell.text(label),
                Cell.count(before),
                Cell.count(after),
                Cell.number(weight == null ? "" : Markup.number(weight)));
    }

    private void columns() {
        page.element("h2", "Columns");
        page.element("p class=\"soft\"", "Of the rows whose fields passed their checks, copies included.");
        for (FileSummary file : report.files()) {
            page.element("h3", file.file());
            page.table(
                    List.of("column", "missing", "smallest", "median", "largest", "mean", "values"),
                    file.columns().stream().map(QualityPage::column).toList());
        }
    }

    private static List<Cell> column(ColumnSummary column) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(column.name()));
        cells.add(Cell.number(column.rows() == 0 ? "" : Markup.percent(column.missingPart())));
        NumberSummary numbers = column.numbers();
        TimeSummary times = column.times();
        if (numbers != null) {
            Stream.of(numbers.minimum(), numbers.p50(), numbers.maximum(), numbers.mean())
                    .forEach(number -> cells.add(Cell.number(Markup.number(number))));
            cells.add(Markup.bars(numbers.bars()));
        } else if (times != null) {
            Stream.of(times.first(), "", times.last(), "").forEach(text -> cells.add(Cell.number(text)));
            cells.add(Markup.bars(
                    times.months().stream().map(TimeSummary.Month::rows).toList()));
        } else {
            Stream.of("", "", "", "").forEach(text -> cells.add(Cell.number(text)));
            cells.add(new Cell(column.texts() == null ? "" : texts(column.texts()), false));
        }
        return cells;
    }

    private static String texts(TextSummary texts) {
        if (texts.distinct() == 0) {
            return "";
        }
        if (texts.more()) {
            return "more than " + texts.distinct() + " different, up to " + texts.longest() + " bytes";
        }
        Markup list = new Markup();
        list.raw("<details>").element("summary", texts.distinct() + " different");
        texts.top().forEach(value -> list.element("div", value.text() + ": " + Markup.count(value.rows())));
        return list.raw("</details>").toString();
    }
}
