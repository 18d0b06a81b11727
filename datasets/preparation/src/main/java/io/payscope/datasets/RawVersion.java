package io.payscope.datasets;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.kaggle.DownloadedRaw;
import io.payscope.datasets.kaggle.KaggleRaw;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.RawSimulation;

/** Tells from the markers beside raw files which version of their source they are, and whether they are whole. */
public final class RawVersion {

    private final RawSimulation simulation;
    private final KaggleRaw downloaded;

    public RawVersion(RawSimulation simulation, KaggleRaw downloaded) {
        this.simulation = simulation;
        this.downloaded = downloaded;
    }

    /**
     * The version of a bank's raw files.
     *
     * @param files those that lie below {@code rawPrefix}
     * @return {@link PreparationTask#SIMULATED}, the version that was downloaded, or the catalog's for files without a
     *     marker and for files that are no longer those of their marker
     * @throws DataFault naming the prefix, if a simulation or download began below it and did not end
     */
    public String of(BankEntry entry, String rawPrefix, RawFiles files) {
        simulation.requireFinished(entry, rawPrefix, files);
        downloaded.requireFinished(entry, rawPrefix, files);
        if (simulation.find(entry, rawPrefix, files).isPresent()) {
            return PreparationTask.SIMULATED;
        }
        return downloaded
                .find(entry, rawPrefix, files)
                .map(DownloadedRaw::version)
                .orElse(entry.source().version());
    }
}
