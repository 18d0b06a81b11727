package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Progress;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.MountedFolders;
import io.payscope.datasets.synthesize.BankSynthesis;
import io.payscope.datasets.synthesize.UtilityMeasure;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.JsonCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws bank 5 from prepared datasets, as synthesize-bank does in the pipeline. */
@Command(
        name = "synthesize",
        description = "Draws bank 5 from the prepared banks that are at hand, the newest dataset of each.",
        footer = {
            "",
            "Examples:",
            "  payscope synthesize --data prepared --out prepared",
            "  payscope synthesize --data prepared --out elsewhere --rows 20000 --seed 7",
            "",
            "Exit code: 0 made from all four banks, 1 not made, 2 wrong usage, 3 made without some banks."
        },
        mixinStandardHelpOptions = true)
final class SynthesizeCommand extends Job<PreparedBank> {

    private static final String STAGE = "synthesize-bank";
    private static final String PREPARED = "prepared/";
    private static final double NANOS_PER_SECOND = 1e9;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder that 'prepare' wrote its datasets to")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the dataset")
    private Path out;

    @Option(names = "--rows", paramLabel = "N", description = "rows to make instead of the catalog's number")
    private @Nullable Long rows;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "seed of the draw (${DEFAULT-VALUE})")
    private long seed;

    @Override
    Answer<PreparedBank> run(Terminal terminal) {
        if (rows != null && rows < 1) {
            throw wrong("--rows " + rows + ": expected at least 1");
        }
        if (!Files.isDirectory(data.resolve(PREPARED))) {
            throw wrong("--data " + data + ": expected a folder 'prepared' in it, made by 'payscope prepare'");
        }
        Catalog catalog = Catalog.load();
        BankId bank = catalog.entries().stream()
                .filter(entry -> !entry.isRaw())
                .map(BankEntry::id)
                .findFirst()
                .orElseThrow();
        long started = System.nanoTime();
        PreparedBank made;
        try (WorkFolder work = new WorkFolder(out);
                Progress progress = terminal.progress("synthesising bank " + bank, 0, Progress.Unit.BYTES)) {
            ObjectStore objects = new MountedFolders(work.objects(), sources(catalog), progress::add);
            SynthesizeBankRequest request =
                    new SynthesizeBankRequest("payscope " + name(), bank, newest(objects, catalog), rows, seed);
            BankSynthesis synthesis =
                    new BankSynthesis(objects, catalog, work.temporary(), Clock.systemUTC(), UtilityMeasure.NONE);
            PreparedDataset prepared = synthesis.synthesize(request);
            objects.put(
                    EffectResult.key(new EffectKey(bank, STAGE, synthesis.datasetId(request))),
                    JsonCodec.encode(new EffectResult<>(request.runId(), prepared)),
                    "application/json");
            double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
            made = PreparedBank.of(prepared, new Manifests(objects).read(prepared.manifest()), seconds);
        }
        made.table().print(terminal);
        return Answer.of(name(), made.missingBanks().isEmpty() ? ExitStatus.SUCCEEDED : ExitStatus.PARTIAL, made);
    }

    /** Reads the other banks from the data folder and writes only this one to the output folder. */
    private Map<String, Path> sources(Catalog catalog) {
        Map<String, Path> mounts = new TreeMap<>();
        for (BankEntry entry : catalog.entries()) {
            if (entry.isRaw()) {
                String prefix = PREPARED + entry.id().segment() + "/";
                mounts.put(prefix, data.resolve(prefix));
            }
        }
        return mounts;
    }

    private List<ManifestRef> newest(ObjectStore objects, Catalog catalog) {
        List<ManifestRef> sources = catalog.entries().stream()
                .filter(BankEntry::isRaw)
                .flatMap(entry -> newest(objects, entry.id()).stream())
                .toList();
        if (sources.isEmpty()) {
            throw new DataFault("--data " + data + ": expected a prepared dataset of a bank from 1 to 4, found none");
        }
        return sources;
    }

    private static Optional<ManifestRef> newest(ObjectStore objects, BankId bank) {
        return objects.list(PREPARED + bank.segment() + "/").stream()
                .filter(head -> head.key().endsWith("/manifest.json"))
                .max(Comparator.comparing(ObjectHead::lastModified).thenComparing(ObjectHead::key))
                .map(head -> reference(objects, head.key()));
    }

    private static ManifestRef reference(ObjectStore objects, String key) {
        DatasetManifest manifest =
                JsonCodec.decode(objects.find(key).orElseThrow().body(), DatasetManifest.class);
        return new ManifestRef(
                objects.bucket(),
                key,
                Manifests.identityHash(manifest),
                manifest.identity().rowsKept());
    }
}
