package io.payscope.datasets.testing;

import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.raw.RawFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads back which raw row each row of a dataset came from. */
public final class Lineage {

    private Lineage() {}

    /** @return the raw row of each row of the dataset, in its order */
    public static long[] of(ObjectStore objects, Datasheet sheet) throws IOException {
        String key = sheet.prepared().manifest().key().replace("manifest.json", "lineage.csv") + RawFiles.GZIP;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(objects.open(key)), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).mapToLong(line -> Long.parseLong(line)).toArray();
        }
    }
}
