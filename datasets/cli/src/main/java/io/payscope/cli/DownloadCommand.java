package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Table;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches raw files from their publishers. */
@Command(
        name = "download",
        description = "Fetches the raw files of banks 1 to 4 from Kaggle to DIR/bank-N.",
        footer = {
            "",
            "Examples:",
            "  payscope download --bank 1 --out data",
            "  payscope download --bank all --out data --json",
            "",
            "Credentials: KAGGLE_API_TOKEN, or KAGGLE_USERNAME and KAGGLE_KEY, or a file kaggle.json.",
            "Exit code: 0 all banks fetched, 1 none, 2 wrong usage or missing credentials, 3 some."
        },
        mixinStandardHelpOptions = true)
final class DownloadCommand extends Job<PerBank<DownloadCommand.Downloaded>> {

    private final Supplier<RawDownloads> publishers;

    @Option(
            names = "--bank",
            paramLabel = "N|all",
            defaultValue = "all",
            converter = BankList.Reader.class,
            description = "the bank, 1 to 4, several with commas, or all (${DEFAULT-VALUE})")
    private BankList banks;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "folder for the bank-N folders (${DEFAULT-VALUE})")
    private Path out;

    /**
     * The raw files of a bank.
     *
     * @param bankId the bank
     * @param source where they are from
     * @param version of the source
     * @param licence on what terms
     * @param bytesByFile their sizes, by name
     */
    record Downloaded(BankId bankId, String source, String version, String licence, Map<String, Long> bytesByFile) {

        Downloaded {
            bytesByFile = Map.copyOf(bytesByFile);
        }
    }

    /** @param publishers opened when the command runs */
    DownloadCommand(Supplier<RawDownloads> publishers) {
        this.publishers = publishers;
    }

    @Override
    Answer<PerBank<Downloaded>> run(Terminal terminal) throws InterruptedException {
        Catalog catalog = Catalog.load();
        List<BankId> chosen = banks.or(catalog.entries().stream()
                .filter(BankEntry::isRaw)
                .map(BankEntry::id)
                .toList());
        for (BankId bank : chosen) {
            if (!catalog.entry(bank).isRaw()) {
                throw wrong("--bank " + bank + ": has no raw files; 'payscope synthesize' makes it");
            }
        }
        RawDownloads downloads = publishers.get();
        downloads.requireCredentials(chosen.stream().map(catalog::entry).toList());
        return PerBank.run(name(), terminal, chosen, bank -> download(downloads, catalog.entry(bank), terminal));
    }

    private Downloaded download(RawDownloads downloads, BankEntry entry, Terminal terminal) {
        Path folder = made(new DataFolders(out).folder(entry.id()));
        RawDownloads.Fetched fetched;
        try (Progress progress = terminal.progress("downloading bank " + entry.bank(), 0, Progress.Unit.BYTES)) {
            fetched = downloads.fetch(entry, folder, progress::at);
        }
        Map<String, Long> sizes = new TreeMap<>();
        fetched.byName().forEach((name, file) -> sizes.put(name, size(file)));
        Table table = new Table().heading("bank " + entry.bank() + " in " + folder);
        sizes.forEach(table::bytes);
        table.text("source", fetched.source() + ", version " + fetched.version())
                .text("licence", entry.source().licence())
                .print(terminal);
        return new Downloaded(
                entry.id(), fetched.source(), fetched.version(), entry.source().licence(), sizes);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ConfigFault("cannot make " + folder + ": " + e.getMessage(), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new TransientFault("cannot read " + file, e);
        }
    }
}
