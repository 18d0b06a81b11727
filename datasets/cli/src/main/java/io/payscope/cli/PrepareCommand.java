package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.datasets.Preparation;
import io.payscope.datasets.PreparationOptions;
import io.payscope.datasets.PreparationTask;
import io.payscope.datasets.RawVersion;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.MountedFolders;
import io.payscope.datasets.kaggle.KaggleRaw;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.JsonCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares datasets from raw files, as prepare-dataset does in the pipeline. */
@Command(
        name = "prepare",
        description = "Checks, samples and normalises raw files into parts with a manifest. Needs no service.",
        footer = {
            "",
            "Examples:",
            "  payscope prepare --bank 3 --data data --out prepared",
            "  payscope prepare --bank all --data data --out prepared --rows 50000 --json",
            "",
            "Exit code: 0 all banks prepared, 1 none, 2 wrong usage, 3 some."
        },
        mixinStandardHelpOptions = true)
final class PrepareCommand extends Job<PerBank<PreparedBank>> {

    private static final String STAGE = "prepare-dataset";
    private static final double NANOS_PER_SECOND = 1e9;

    /** Raw files are read once for their hash and once for their rows. */
    private static final int PASSES = 2;

    @Option(
            names = "--bank",
            required = true,
            paramLabel = "N|all",
            converter = BankList.Reader.class,
            description = "the bank, or several with commas; all takes those of 1 to 4 that have a folder")
    private BankList banks;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder with bank-N/ folders of raw files (.csv, .csv.gz), or with one bank's files")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for datasets and rejects")
    private Path out;

    @Option(names = "--rows", paramLabel = "N", description = "rows to keep instead of the catalog's number")
    private @Nullable Long rows;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "seed of the sampling (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads that read and encode rows, one a processor if not given; changes no byte")
    private @Nullable Integer threads;

    @Option(names = "--no-report", description = "leaves out the quality report, for which every value is counted")
    private boolean noReport;

    @Override
    Answer<PerBank<PreparedBank>> run(Terminal terminal) throws InterruptedException {
        if (rows != null && rows < 1) {
            throw wrong("--rows " + rows + ": expected at least 1");
        }
        if (threads != null && threads < 1) {
            throw wrong("--threads " + threads + ": expected at least 1");
        }
        if (!Files.isDirectory(data)) {
            throw wrong("--data " + data + ": no such folder");
        }
        Catalog catalog = Catalog.load();
        List<BankId> chosen = chosen(catalog);
        try (WorkFolder work = new WorkFolder(out)) {
            return PerBank.run(name(), terminal, chosen, bank -> prepare(catalog, catalog.entry(bank), work, terminal));
        }
    }

    private PreparationOptions options() {
        int count = threads == null ? PreparationOptions.standard().threads() : threads;
        return new PreparationOptions(count, !noReport);
    }

    private List<BankId> chosen(Catalog catalog) {
        DataFolders folders = new DataFolders(data);
        List<BankId> chosen = banks.or(catalog.entries().stream()
                .filter(BankEntry::isRaw)
                .map(BankEntry::id)
                .filter(bank -> folders.find(bank, false).isPresent())
                .toList());
        if (chosen.isEmpty()) {
            throw wrong("--data " + data + ": expected folders bank-1 to bank-4, found none");
        }
        for (BankId bank : chosen) {
            if (!catalog.entry(bank).isRaw()) {
                throw wrong("--bank " + bank + ": has no raw files; 'payscope synthesize' makes it");
            }
        }
        return chosen;
    }

    private PreparedBank prepare(Catalog catalog, BankEntry entry, WorkFolder work, Terminal terminal) {
        BankId bank = entry.id();
        Path folder = new DataFolders(data)
                .find(bank, !banks.all() && banks.banks().size() == 1)
                .orElseThrow(() -> new DataFault("bank " + bank + ": expected a folder bank-" + bank + " in " + data));
        long started = System.nanoTime();
        long bytes = new MountedFolders(work.objects(), DataFolders.mount(bank, folder), _ -> {})
                .list(Keys.raw(DataFolders.RAW, bank)).stream()
                        .filter(head -> head.key().contains(".csv"))
                        .mapToLong(ObjectHead::bytes)
                        .sum();
        PreparedBank made;
        try (Progress progress = terminal.progress("preparing bank " + bank, bytes * PASSES, Progress.Unit.BYTES)) {
            ObjectStore objects = new MountedFolders(work.objects(), DataFolders.mount(bank, folder), progress::add);
            PreparationTask task = task(catalog, entry, objects, work.temporary());
            PreparedDataset prepared =
                    new Preparation(objects, work.temporary(), Clock.systemUTC(), options()).prepare(task);
            objects.put(
                    EffectResult.key(new EffectKey(bank, STAGE, task.datasetId())),
                    JsonCodec.encode(new EffectResult<>("payscope " + name(), prepared)),
                    "application/json");
            double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
            made = PreparedBank.of(prepared, new Manifests(objects).read(prepared.manifest()), seconds);
        }
        made.table().print(terminal);
        return made;
    }

    private PreparationTask task(Catalog catalog, BankEntry entry, ObjectStore objects, Path temporary) {
        RawFiles files = RawFiles.locate(objects, DataFolders.RAW, entry);
        RawVersion version =
                new RawVersion(new RawSimulation(objects, catalog, temporary), new KaggleRaw(objects, temporary));
        return new PreparationTask(
                entry, catalog.fingerprint(entry.id()), files, version.of(entry, DataFolders.RAW, files), rows, seed);
    }
}
