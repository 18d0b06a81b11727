package io.payscope.datasets.testing;

import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.datasets.FileNormalization;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.simulate.RawSimulation;
import io.payscope.wire.dataset.UploadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Normalises a simulated file of bank 3 in a process of its own, whose heap its caller sets. By hand, with two million
 * rows: {@code java -Xmx256m -cp ... io.payscope.datasets.testing.LargeUpload FOLDER 2000000}.
 */
public final class LargeUpload {

    private LargeUpload() {}

    /**
     * @param arguments an empty folder, and the number of rows
     */
    @SuppressWarnings("SystemOut") // The process that started this one reads the answer.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        FolderObjectStore objects = new FolderObjectStore(Files.createDirectories(folder.resolve("bucket")));
        Catalog catalog = Catalog.load();
        BankEntry entry = catalog.entry(new BankId(3));
        new RawSimulation(objects, catalog, folder).write(entry, "raw/", Long.parseLong(arguments[1]), 42);
        RawObject file = RawFiles.locate(objects, "raw/", entry)
                .find(entry.mainFile().name())
                .orElseThrow();
        long started = System.nanoTime();
        ManifestRef manifest = new FileNormalization(objects, catalog, folder, Clock.systemUTC())
                .normalize(entry.id(), UploadId.of(entry.id(), file.sha256()), file.key());
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.println("rows=" + manifest.rows() + " seconds=" + seconds + " heap="
                + Runtime.getRuntime().maxMemory());
    }
}
