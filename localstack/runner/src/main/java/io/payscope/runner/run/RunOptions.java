package io.payscope.runner.run;

import io.payscope.core.model.BankId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a local run is asked to do.
 *
 * @param source where the raw files of banks 1 to 4 come from
 * @param rows rows of each bank, or null for the catalog's default
 * @param banks the banks to run
 * @param skipDownload take the raw files as they lie
 * @param skipUpload leave the stores as they are
 * @param skipTraining train nothing
 * @param seed of everything random
 */
public record RunOptions(
        LocalSource source,
        @Nullable Long rows,
        List<BankId> banks,
        boolean skipDownload,
        boolean skipUpload,
        boolean skipTraining,
        long seed) {

    public RunOptions {
        banks = List.copyOf(banks);
    }

    /** Where the raw files of a local run come from. */
    public sealed interface LocalSource {

        /** Written by the simulators. */
        record Simulated() implements LocalSource {}

        /** Downloaded from Kaggle. */
        record Kaggle() implements LocalSource {}

        /**
         * Read from a folder.
         *
         * @param folder holds {@code bank-N/} with the files under their original names
         */
        record Directory(Path folder) implements LocalSource {}
    }
}
