package io.payscope.datasets.testing;

import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.datasets.Preparation;
import io.payscope.datasets.PreparationTask;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prepared dataset read back whole.
 *
 * @param prepared what the preparation answered
 * @param identity the hashed half of its manifest
 * @param rows all rows
 */
public record Datasheet(PreparedDataset prepared, ManifestIdentity identity, List<CanonicalRow> rows) {

    private static final Catalog CATALOG = Catalog.load();

    public Datasheet {
        rows = List.copyOf(rows);
    }

    /** Prepares the raw files below {@code raw/} and reads the result back. */
    public static Datasheet prepare(ObjectStore objects, Path folder, int bank, @Nullable Long rows)
            throws IOException {
        BankEntry entry = CATALOG.entry(new BankId(bank));
        RawFiles files = RawFiles.locate(objects, "raw/", entry);
        PreparationTask task = new PreparationTask(entry, CATALOG.fingerprint(entry.id()), files, "1", rows, 42);
        PreparedDataset prepared = new Preparation(objects, folder, Clock.systemUTC()).prepare(task);
        Manifests manifests = new Manifests(objects);
        ManifestIdentity identity = manifests.read(prepared.manifest()).identity();
        List<CanonicalRow> all = new ArrayList<>();
        for (PartRef part : identity.parts()) {
            try (PartReader reader = manifests.open(entry.id(), part)) {
                reader.rows().forEachRemaining(all::add);
            }
        }
        return new Datasheet(prepared, identity, all);
    }

    /** @return the value of a feature in a row */
    public double feature(int row, String name) {
        return rows.get(row).features()[identity.features().indexOf(name)];
    }
}
