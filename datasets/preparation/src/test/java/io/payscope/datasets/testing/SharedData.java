package io.payscope.datasets.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder of real rows that lies beside a checkout; no row of it is part of the project. */
public final class SharedData {

    private static final String FOLDER = "shared/data";

    private SharedData() {}

    /** @return the folder, or empty after a line that says what is skipped */
    @SuppressWarnings("SystemOut") // A skipped check must be seen in the build's output, whatever the log level.
    public static Optional<Path> find(String skipped) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return Optional.of(folder.resolve(FOLDER));
            }
        }
        System.out.println("SKIPPED: " + skipped + ": no " + FOLDER + " beside or above the checkout");
        return Optional.empty();
    }
}
