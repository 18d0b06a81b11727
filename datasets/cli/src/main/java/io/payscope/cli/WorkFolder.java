package io.payscope.cli;

import io.payscope.core.fault.ConfigFault;
import io.payscope.datasets.folder.FolderObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for results, with a temporary one inside it: there the space is that the results need. */
final class WorkFolder implements AutoCloseable {

    private final Path root;
    private final Path temporary;

    /** @throws ConfigFault if it cannot be made */
    WorkFolder(Path root) {
        try {
            this.root = Files.createDirectories(root);
            this.temporary = Files.createTempDirectory(root, FolderObjectStore.HIDDEN);
        } catch (IOException e) {
            throw new ConfigFault("cannot use " + root + " as the output folder: " + e.getMessage(), e);
        }
    }

    /** The results as a store. */
    FolderObjectStore objects() {
        return new FolderObjectStore(root);
    }

    Path temporary() {
        return temporary;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(temporary)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ConfigFault("cannot remove " + temporary, e);
        }
    }
}
