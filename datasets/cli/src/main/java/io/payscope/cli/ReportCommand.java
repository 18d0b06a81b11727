package io.payscope.cli;

import io.payscope.cli.report.FoundReport;
import io.payscope.cli.report.IndexPage;
import io.payscope.cli.report.Reports;
import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the reports that are there. */
@Command(
        name = "report",
        description = "Lists datasets, quality reports, model cards and run summaries, with where they are.",
        footer = {
            "",
            "Examples:",
            "  payscope report --out prepared",
            "  payscope report --out payscope-out --html index.html",
            "  payscope report --bucket payscope-data --bank 3 --json",
            "",
            "Exit code: 0 listed, 1 there are none, 2 wrong usage or missing credentials."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand extends Job<ReportCommand.Listing> {

    @Mixin
    private Place place;

    @Option(
            names = "--bank",
            paramLabel = "N|all",
            defaultValue = "all",
            converter = BankList.Reader.class,
            description = "only these banks (${DEFAULT-VALUE}); runs are listed with every bank")
    private BankList banks;

    @Option(names = "--html", paramLabel = "FILE", description = "also write a page that links them")
    private @Nullable Path html;

    /**
     * What was found.
     *
     * @param reports the reports
     */
    record Listing(List<FoundReport> reports) {

        Listing {
            reports = List.copyOf(reports);
        }
    }

    @Override
    Answer<Listing> run(Terminal terminal) throws InterruptedException {
        List<BankId> chosen = banks.or(Catalog.load().banks().stream().sorted().toList());
        List<FoundReport> found = place.open(objects -> new Reports(objects, place.root()).find(chosen));
        for (FoundReport report : found) {
            terminal.print("%-8s %-8s %s"
                    .formatted(
                            report.bankId() == null ? "" : "bank " + report.bankId(),
                            report.kind().name().toLowerCase(Locale.ROOT),
                            report.location()));
            terminal.print("                  " + report.summary());
        }
        if (html != null) {
            write(html, IndexPage.of(found, html));
            terminal.say("wrote " + html);
        }
        if (found.isEmpty()) {
            terminal.say("payscope: no report is there");
        }
        return Answer.of(name(), found.isEmpty() ? ExitStatus.FAILED : ExitStatus.SUCCEEDED, new Listing(found));
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new ConfigFault("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
