package io.payscope.stores.pinecone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What one index keeps on disk: what it was created as, and the log of its changes. */
final class IndexFolder {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    Path log() {
        return folder.resolve("vectors.log");
    }

    boolean isWhole() {
        return Files.exists(specFile());
    }

    IndexSpec readSpec() throws IOException {
        try {
            return JSON.readValue(Files.readString(specFile()), IndexSpec.class);
        } catch (JacksonException | RestRefusal e) {
            throw new IOException("Cannot read " + specFile() + ": " + e.getMessage(), e);
        }
    }

    void writeSpec(IndexSpec spec) throws IOException {
        Path draft = folder.resolve("index.json.new");
        Files.writeString(draft, JSON.writeValueAsString(spec));
        Files.move(draft, specFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the folder, the spec first: a deletion cut short is completed at the next start. */
    void delete() throws IOException {
        Files.deleteIfExists(specFile());
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path specFile() {
        return folder.resolve("index.json");
    }
}
