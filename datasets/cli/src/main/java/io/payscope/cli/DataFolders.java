package io.payscope.cli;

import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where raw files lie as people keep them: in {@code DIR/bank-N}, or in {@code DIR} itself. */
final class DataFolders {

    /** The prefix of their keys. */
    static final String RAW = "raw/";

    private final Path root;

    DataFolders(Path root) {
        this.root = root;
    }

    /** The folder of a bank's files, there or not. */
    Path folder(BankId bank) {
        return root.resolve("bank-" + bank);
    }

    /**
     * The folder that has a bank's files, or empty.
     *
     * @param only whether no other bank is asked for, so that files beside {@code bank-N} folders can only be its own
     */
    Optional<Path> find(BankId bank, boolean only) {
        if (Files.isDirectory(folder(bank))) {
            return Optional.of(folder(bank));
        }
        return only && Files.isDirectory(root) ? Optional.of(root) : Optional.empty();
    }

    /** The mount that puts a bank's raw files where the preparation looks for them. */
    static Map<String, Path> mount(BankId bank, Path folder) {
        return Map.of(Keys.raw(RAW, bank), folder);
    }

    /** The mounts of all banks that have a folder. */
    Map<String, Path> mounts() {
        Map<String, Path> mounts = new TreeMap<>();
        for (int bank = 1; bank <= BankList.LAST; bank++) {
            BankId id = new BankId(bank);
            find(id, false).ifPresent(folder -> mounts.put(Keys.raw(RAW, id), folder));
        }
        return mounts;
    }
}
