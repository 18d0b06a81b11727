package io.payscope.datasets.quality;

import io.payscope.core.fault.BugFault;
import io.payscope.datasets.catalog.RawFileSpec;
import java.util.List;

/**
 * What is known about the rows of a dataset: every column of its raw files, and amount, time and label of its
 * transactions. It gives the same bits whatever the order of rows, and however they were split. Not thread-safe.
 */
public final class DatasetProfile {

    private final List<FileProfile> files;
    private final RowProfile rows = new RowProfile();

    /** @param files the raw files as the catalog describes them; for an outside file, that one */
    public DatasetProfile(List<RawFileSpec> files) {
        this.files = files.stream().map(FileProfile::new).toList();
    }

    /** @return the profile of a raw file, to be filled or merged into */
    public FileProfile file(String name) {
        return files.stream()
                .filter(file -> file.file().equals(name))
                .findFirst()
                .orElseThrow(() -> new BugFault("no profile of the file " + name));
    }

    /** @return the profile of the transactions, to be filled or merged into */
    public RowProfile rows() {
        return rows;
    }

    /** Adds everything that another profile of the same files has seen; that one is not to be used afterwards. */
    public void merge(DatasetProfile other) {
        rows.merge(other.rows);
        for (FileProfile file : files) {
            file.merge(other.file(file.file()));
        }
    }

    /** @return the files with their columns */
    List<FileSummary> summaries() {
        return files.stream().map(FileProfile::summary).toList();
    }
}
