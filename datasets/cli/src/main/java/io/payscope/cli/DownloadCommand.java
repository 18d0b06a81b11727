package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.MissingCredentials;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Table;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.MountedFolders;
import io.payscope.datasets.kaggle.DownloadedRaw;
import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.datasets.kaggle.KaggleRaw;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
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
            "A file kaggle.json beside the files names their version, which 'prepare' puts into the manifest. What a",
            "download that broke off has brought is kept, and the next goes on from it.",
            "Credentials: KAGGLE_API_TOKEN, or KAGGLE_USERNAME and KAGGLE_KEY, or a file kaggle.json.",
            "Exit code: 0 all banks fetched, 1 none, 2 wrong usage or missing credentials, 3 some."
        },
        mixinStandardHelpOptions = true)
final class DownloadCommand extends Job<PerBank<DownloadCommand.Downloaded>> {

    private final Function<Consumer<String>, KaggleDownloads> kaggle;

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
     * @param fetched whether they were fetched now; this version was there if not
     */
    record Downloaded(
            BankId bankId,
            String source,
            String version,
            String licence,
            Map<String, Long> bytesByFile,
            boolean fetched) {

        Downloaded {
            bytesByFile = Map.copyOf(bytesByFile);
        }
    }

    /** @param kaggle makes the downloads when the command runs, and warns whom it is given */
    DownloadCommand(Function<Consumer<String>, KaggleDownloads> kaggle) {
        this.kaggle = kaggle;
    }

    /** Downloads with the credentials of this user, from the endpoint of the settings. */
    DownloadCommand() {
        this(warnings -> KaggleDownloads.of(
                System.getenv(), System.getenv().getOrDefault(Setting.KAGGLE_ENDPOINT.variable(), ""), warnings));
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
        KaggleDownloads downloads =
                downloads(chosen.stream().map(catalog::entry).toList(), terminal);
        try (WorkFolder work = new WorkFolder(out)) {
            return PerBank.run(
                    name(), terminal, chosen, bank -> download(downloads, catalog.entry(bank), work, terminal));
        }
    }

    private KaggleDownloads downloads(List<BankEntry> entries, Terminal terminal) {
        KaggleDownloads downloads = kaggle.apply(warning -> terminal.say("payscope: " + warning));
        try {
            downloads.requireCredentials(entries);
            return downloads;
        } catch (ConfigFault missing) {
            throw new MissingCredentials(String.valueOf(missing.getMessage()), missing);
        }
    }

    private Downloaded download(KaggleDownloads downloads, BankEntry entry, WorkFolder work, Terminal terminal) {
        Path folder = new DataFolders(out).folder(entry.id());
        MountedFolders objects = new MountedFolders(work.objects(), DataFolders.mount(entry.id(), folder), _ -> {});
        KaggleRaw raw = new KaggleRaw(objects, out);
        Optional<DownloadedRaw> there = raw.find(entry, DataFolders.RAW, downloads.version(entry));
        DownloadedRaw downloaded = there.orElseGet(() -> {
            try (Progress progress = terminal.progress("downloading bank " + entry.bank(), 0, Progress.Unit.BYTES)) {
                return raw.write(entry, DataFolders.RAW, downloads, (_, done, total) -> progress.at(done, total));
            }
        });
        Map<String, Long> sizes = new TreeMap<>();
        for (String key : downloaded.sha256ByKey().keySet()) {
            sizes.put(
                    key.substring(key.lastIndexOf('/') + 1),
                    objects.head(key).orElseThrow().bytes());
        }
        Table table = new Table().heading("bank " + entry.bank() + " in " + folder);
        sizes.forEach(table::bytes);
        table.text("source", downloaded.source() + ", version " + downloaded.version())
                .text("licence", entry.source().licence());
        there.ifPresent(_ -> table.text("fetched", "nothing, this version is there and whole"));
        table.print(terminal);
        return new Downloaded(
                entry.id(),
                downloaded.source(),
                downloaded.version(),
                entry.source().licence(),
                sizes,
                there.isEmpty());
    }
}
