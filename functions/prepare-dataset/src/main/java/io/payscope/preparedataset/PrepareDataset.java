package io.payscope.preparedataset;

import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.claim.OnceOnly;
import io.payscope.core.fault.DataFault;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PrepareDatasetRequest;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.core.stage.Stage;
import io.payscope.datasets.Preparation;
import io.payscope.datasets.PreparationTask;
import io.payscope.datasets.RawVersion;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.kaggle.DownloadProgress;
import io.payscope.datasets.kaggle.DownloadedRaw;
import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.datasets.kaggle.KaggleRaw;
import io.payscope.datasets.output.Datasets;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.datasets.simulate.SimulatedRaw;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Prepares banks 1 to 4. The same raw files, catalog entry, number of rows and seed give the same dataset, made once
 * whoever asks.
 */
public final class PrepareDataset implements Stage<PrepareDatasetRequest, PreparedDataset> {

    private static final String STAGE = "prepare-dataset";
    private static final String SIMULATION = "simulate-raw";
    private static final String DOWNLOAD = "download-raw";

    /** A simulation or download empties what lies below the prefix, so it must not be able to name anything else. */
    private static final Pattern RAW_PREFIX = Pattern.compile("raw/([A-Za-z0-9_-]+/)*");

    private final ObjectStore objects;
    private final OnceOnly once;
    private final Catalog catalog;
    private final RawSimulation simulation;
    private final KaggleRaw downloaded;
    private final Supplier<KaggleDownloads> kaggle;
    private final Preparation preparation;

    /**
     * @param objects where raw files lie and datasets go
     * @param claims keeps an effect from being done twice
     * @param catalog what is known about the banks
     * @param folder for temporary files: up to the raw file's size for a simulation, the archive and the raw files for a
     *     download, and the sample uncompressed
     * @param clock tells when a manifest was made
     * @param kaggle downloads; asked for only when a request wants Kaggle, since it may need credentials
     */
    public PrepareDataset(
            ObjectStore objects,
            Claims claims,
            Catalog catalog,
            Path folder,
            Clock clock,
            Supplier<KaggleDownloads> kaggle) {
        this.objects = objects;
        this.once = new OnceOnly(claims);
        this.catalog = catalog;
        this.simulation = new RawSimulation(objects, catalog, folder);
        this.downloaded = new KaggleRaw(objects, folder);
        this.kaggle = kaggle;
        this.preparation = new Preparation(objects, folder, clock);
    }

    @Override
    public PreparedDataset run(PrepareDatasetRequest request) {
        BankEntry entry = catalog.entry(request.bankId());
        if (!entry.isRaw()) {
            throw new DataFault("bank " + entry.bank() + ": has no raw files, it is made by synthesize-bank");
        }
        if (request.rowsPerBank() != null && request.rowsPerBank() < 1) {
            throw new DataFault("rowsPerBank: expected a number from 1, found " + request.rowsPerBank());
        }
        if (!RAW_PREFIX.matcher(request.rawPrefix()).matches()) {
            throw new DataFault("rawPrefix: expected raw/, or a folder below it that ends with a slash, found '"
                    + request.rawPrefix() + "'");
        }
        if (!request.skipDownload()) {
            provide(request, entry);
        }
        RawFiles files = RawFiles.locate(objects, request.rawPrefix(), entry);
        PreparationTask task = new PreparationTask(
                entry,
                catalog.fingerprint(entry.id()),
                files,
                new RawVersion(simulation, downloaded).of(entry, request.rawPrefix(), files),
                request.rowsPerBank(),
                request.seed());
        return once.run(
                new EffectKey(entry.id(), STAGE, task.datasetId()),
                request.runId(),
                PreparedDataset.class,
                result -> Datasets.isWhole(objects, result.manifest()),
                () -> preparation.prepare(task));
    }

    private void provide(PrepareDatasetRequest request, BankEntry entry) {
        switch (request.source()) {
            case RAW -> {
                // The files are taken as they lie.
            }
            case SIMULATED -> simulate(request, entry);
            case KAGGLE -> download(request, entry);
        }
    }

    private void simulate(PrepareDatasetRequest request, BankEntry entry) {
        long rows = entry.targetRows(request.rowsPerBank());
        String hash = simulation.inputHash(entry, request.rawPrefix(), rows, request.seed());
        once.run(
                new EffectKey(entry.id(), SIMULATION, hash),
                request.runId(),
                SimulatedRaw.class,
                result -> simulation.stands(entry, request.rawPrefix(), result),
                () -> simulation.write(entry, request.rawPrefix(), rows, request.seed()));
    }

    /** A download of a version that already lies there whole is not even claimed. */
    private void download(PrepareDatasetRequest request, BankEntry entry) {
        KaggleDownloads downloads = kaggle.get();
        String version = downloads.version(entry);
        if (downloaded.holds(entry, request.rawPrefix(), version)) {
            return;
        }
        once.run(
                new EffectKey(entry.id(), DOWNLOAD, KaggleRaw.inputHash(entry, request.rawPrefix(), version)),
                request.runId(),
                DownloadedRaw.class,
                result -> downloaded.holds(entry, request.rawPrefix(), result.version()),
                () -> downloaded.write(entry, request.rawPrefix(), downloads, DownloadProgress.SILENT));
    }
}
