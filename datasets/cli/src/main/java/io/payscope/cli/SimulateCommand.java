package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Table;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.SimulationSpec;
import io.payscope.datasets.folder.MountedFolders;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.simulate.SimulatedRaw;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes stand-in raw files in the schemas of the originals. */
@Command(
        name = "simulate",
        description = "Writes simulated raw files in the schemas of the originals to DIR/bank-N.",
        footer = {
            "",
            "Examples:",
            "  payscope simulate --bank 3 --rows 20000 --out data",
            "  payscope simulate --bank all --out data --seed 7",
            "  payscope simulate --bank 1 --rows 50000 --dirty-share 0.05 --out data",
            "",
            "Files of an earlier simulation are replaced; files that none wrote are not.",
            "Exit code: 0 all banks written, 1 none, 2 wrong usage, 3 some."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand extends Job<PerBank<SimulateCommand.Simulated>> {

    private static final double NANOS_PER_SECOND = 1e9;

    @Option(
            names = "--bank",
            required = true,
            paramLabel = "N|all",
            converter = BankList.Reader.class,
            description = "the bank, 1 to 4, several with commas, or all")
    private BankList banks;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "rows that 'prepare' is to keep; a few more are written (default: the catalog's number)")
    private @Nullable Long rows;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "seed of everything random (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--dirty-share",
            paramLabel = "SHARE",
            description = "share of the rows that break a rule (default: the catalog's)")
    private @Nullable Double dirtyShare;

    @Option(
            names = "--duplicate-share",
            paramLabel = "SHARE",
            description = "share of the rows that are written twice (default: the catalog's)")
    private @Nullable Double duplicateShare;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the bank-N folders")
    private Path out;

    /**
     * The simulated files of a bank.
     *
     * @param bankId the bank
     * @param folder where they are
     * @param sha256ByFile their hashes
     * @param bytes of all of them
     * @param rows asked for
     * @param seed of everything random
     * @param seconds that it took
     */
    record Simulated(
            BankId bankId,
            String folder,
            Map<String, String> sha256ByFile,
            long bytes,
            long rows,
            long seed,
            double seconds) {

        Simulated {
            sha256ByFile = Map.copyOf(sha256ByFile);
        }
    }

    @Override
    Answer<PerBank<Simulated>> run(Terminal terminal) throws InterruptedException {
        if (rows != null && rows < 1) {
            throw wrong("--rows " + rows + ": expected at least 1");
        }
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
        try (WorkFolder work = new WorkFolder(out)) {
            return PerBank.run(name(), terminal, chosen, bank -> simulate(catalog, bank, work, terminal));
        }
    }

    private BankEntry entry(Catalog catalog, BankId bank) {
        BankEntry entry = catalog.entry(bank);
        SimulationSpec simulation = entry.rawSimulation().withDirt(dirtyShare, duplicateShare);
        if (!simulation.isValid()) {
            throw wrong("--dirty-share and --duplicate-share: expected shares that are together below 1");
        }
        return entry.withSimulation(simulation);
    }

    private Simulated simulate(Catalog catalog, BankId bank, WorkFolder work, Terminal terminal) {
        long started = System.nanoTime();
        Path folder = new DataFolders(out).folder(bank);
        MountedFolders objects = new MountedFolders(work.objects(), DataFolders.mount(bank, folder), _ -> {});
        BankEntry entry = entry(catalog, bank);
        long target = entry.targetRows(rows);
        SimulatedRaw simulated;
        try (Progress progress = terminal.progress("simulating bank " + bank, 0, Progress.Unit.ROWS)) {
            simulated =
                    new RawSimulation(objects, catalog, work.temporary()).write(entry, DataFolders.RAW, target, seed);
            progress.add(target);
        }
        Map<String, String> hashes = new TreeMap<>();
        long bytes = 0;
        for (Map.Entry<String, String> file : simulated.sha256ByKey().entrySet()) {
            hashes.put(file.getKey().substring(file.getKey().lastIndexOf('/') + 1), file.getValue());
            bytes += objects.head(file.getKey()).orElseThrow().bytes();
        }
        double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
        Table table = new Table().heading("bank " + bank + " in " + folder).number("rows asked for", target);
        hashes.forEach((file, sha256) -> table.text(file, sha256));
        table.bytes("written", bytes)
                .seconds(seconds, Math.round(target / seconds))
                .print(terminal);
        return new Simulated(bank, folder.toString(), hashes, bytes, target, seed, seconds);
    }
}
