package io.payscope.runner.run;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.kaggle.DownloadedRaw;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.simulate.SimulatedRaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the files of a folder under the raw prefix, where the pipeline looks for them. */
final class RawStaging {

    static final String RAW_PREFIX = "raw/";

    /**
     * What a simulation or download leaves beside its files while it writes them and afterwards. Without them simulated
     * files would be taken for the bank's own, and a part of a download for all of it.
     */
    private static final Set<String> MARKERS =
            Set.of(SimulatedRaw.FILE, SimulatedRaw.UNFINISHED_FILE, DownloadedRaw.FILE, DownloadedRaw.UNFINISHED_FILE);

    private final ObjectStore objects;

    RawStaging(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Makes the raw prefix of each bank hold exactly the CSV files of {@code folder/bank-N}, and what says where they are
     * from. A bank without a folder ends with an empty prefix, and the pipeline reports it by name.
     *
     * @throws DataFault if the folder itself does not exist or cannot be read
     */
    void stage(Path folder, List<BankId> banks) {
        if (!Files.isDirectory(folder)) {
            throw new DataFault("--data " + folder + ": no such folder");
        }
        for (BankId bank : banks) {
            Path source = folder.resolve("bank-" + bank);
            mirror(Files.isDirectory(source) ? rawFiles(source) : List.of(), Keys.raw(RAW_PREFIX, bank));
        }
    }

    private static List<Path> rawFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isRaw(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataFault("cannot read " + folder, e);
        }
    }

    private static boolean isRaw(String name) {
        return RawFiles.isCsv(name) || MARKERS.contains(name);
    }

    private void mirror(List<Path> files, String prefix) {
        Set<String> wanted =
                files.stream().map(file -> prefix + file.getFileName()).collect(Collectors.toSet());
        for (ObjectHead head : objects.list(prefix)) {
            if (!wanted.contains(head.key())) {
                objects.delete(head.key());
            }
        }
        for (Path file : files) {
            boolean json = file.getFileName().toString().endsWith(".json");
            objects.put(prefix + file.getFileName(), file, json ? "application/json" : "text/csv");
        }
    }
}
