package io.payscope.datasets.kaggle;

import java.nio.file.Path;
import java.util.Map;

/**
 * A bank's files as downloaded.
 *
 * @param source {@code owner/slug} of the dataset, or the competition's name
 * @param version number of the dataset's version; for a competition the time of its last change
 * @param byName the files, by the names of the catalog
 */
public record FetchedFiles(String source, String version, Map<String, Path> byName) {

    public FetchedFiles {
        byName = Map.copyOf(byName);
    }
}
