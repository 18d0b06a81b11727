package io.payscope.datasets.testing;

import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.simulate.RawSimulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A bank's simulated raw files as its publisher would pack them. */
public final class SimulatedFiles {

    private SimulatedFiles() {}

    /**
     * Simulates a bank.
     *
     * @param folder for temporary files
     * @return the files' bytes, not compressed, by name
     */
    public static Map<String, byte[]> of(int bank, long rows, long seed, Path folder) throws IOException {
        Catalog catalog = Catalog.load();
        BankEntry entry = catalog.entry(new BankId(bank));
        FolderObjectStore objects = new FolderObjectStore(Files.createTempDirectory(folder, "simulated"));
        new RawSimulation(objects, catalog, folder).write(entry, "raw/", rows, seed);
        Map<String, byte[]> files = new TreeMap<>();
        for (RawObject file : RawFiles.locate(objects, "raw/", entry).byName().values()) {
            try (InputStream stored = objects.open(file.key());
                    InputStream plain = file.key().endsWith(RawFiles.GZIP) ? new GZIPInputStream(stored) : stored) {
                files.put(file.name(), plain.readAllBytes());
            }
        }
        return files;
    }
}
