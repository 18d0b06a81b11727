package io.payscope.runner.run;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
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

    private final ObjectStore objects;

    RawStaging(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Makes the raw prefix of each bank hold exactly the CSV files of {@code folder/bank-N}. A bank without a folder
     * ends with an empty prefix, and the pipeline reports it by name.
     *
     * @throws DataFault if the folder itself does not exist or cannot be read
     */
    void stage(Path folder, List<BankId> banks) {
        if (!Files.isDirectory(folder)) {
            throw new DataFault("--data " + folder + ": no such folder");
        }
        for (BankId bank : banks) {
            Path source = folder.resolve("bank-" + bank);
            mirror(Files.isDirectory(source) ? csvFiles(source) : List.of(), Keys.raw(RAW_PREFIX, bank));
        }
    }

    private static List<Path> csvFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataFault("cannot read " + folder, e);
        }
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
            objects.put(prefix + file.getFileName(), file, "text/csv");
        }
    }
}
