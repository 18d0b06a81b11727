package io.payscope.datasets.testing;

import io.payscope.core.manifest.Keys;
import io.payscope.datasets.folder.FolderObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Raw files of banks in a bucket on a folder, and what preparing them gives. */
public final class RawBucket {

    private final Path folder;
    private final FolderObjectStore objects;

    /** @param folder for the bucket and for temporary files */
    public RawBucket(Path folder) throws IOException {
        this.folder = folder;
        this.objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
    }

    /** @return the bucket */
    public FolderObjectStore objects() {
        return objects;
    }

    /** Puts a raw file, UTF-8. */
    public void raw(int bank, String name, String text) {
        raw(bank, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a raw file. */
    public void raw(int bank, String name, byte[] bytes) {
        objects.put("raw/bank=" + bank + "/" + name, bytes, "text/csv");
    }

    /** @return a raw file's text */
    public String text(int bank, String name) {
        byte[] bytes =
                objects.find("raw/bank=" + bank + "/" + name).orElseThrow().body();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Prepares a bank with the catalog's number of rows. */
    public Datasheet prepare(int bank) throws IOException {
        return Datasheet.prepare(objects, folder, bank, null);
    }

    /** @return the lines of a dataset's rejects, the header left out */
    public List<String> rejects(Datasheet sheet) throws IOException {
        String datasetId = sheet.prepared().manifest().key().split("/")[2];
        try (GZIPInputStream in =
                new GZIPInputStream(objects.open(Keys.rejects(sheet.prepared().bankId(), datasetId)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
