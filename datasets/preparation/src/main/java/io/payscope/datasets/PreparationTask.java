package io.payscope.datasets;

import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.quality.Origin;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.wire.json.Hashes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a prepared dataset depends on.
 *
 * @param entry the bank's catalog entry
 * @param catalogFingerprint hash of the entry
 * @param files its raw files
 * @param sourceVersion version of the source, {@code simulated} for stand-in files
 * @param rowsRequested rows to keep instead of the catalog's number, or null
 * @param seed of the sampling
 */
public record PreparationTask(
        BankEntry entry,
        String catalogFingerprint,
        RawFiles files,
        String sourceVersion,
        @Nullable Long rowsRequested,
        long seed) {

    /** The source version of files that a simulation wrote. */
    public static final String SIMULATED = "simulated";

    /** Version of the code that turns raw rows into canonical ones; it changes when the same input gives other rows. */
    private static final int CODE_VERSION = 4;

    /** @return those of the bank's files that are present */
    public List<RawFileSpec> presentFiles() {
        return entry.files().stream()
                .filter(file -> files.find(file.name()).isPresent())
                .toList();
    }

    /** @return whether the files are real */
    public Origin origin() {
        return sourceVersion.equals(SIMULATED) ? Origin.SIMULATED : Origin.ORIGINAL;
    }

    /** @return the dataset's id: equal tasks give equal bytes under one id */
    public String datasetId() {
        return Hashes.sha256(
                "prepare-dataset",
                Integer.toString(ManifestIdentity.SCHEMA_VERSION),
                Integer.toString(CODE_VERSION),
                Integer.toString(entry.bank()),
                catalogFingerprint,
                sourceVersion,
                String.join(",", files.sha256s()),
                String.valueOf(rowsRequested),
                Long.toString(seed));
    }
}
