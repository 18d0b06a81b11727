package io.payscope.datasets.archive;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An archive from outside. All of its entries are held to the rules before the first byte of one is written, and what
 * is written are files in one folder by the names that were asked for: no path of the archive is ever used.
 */
public final class SafeArchive {

    private final Path file;
    private final ArchiveLimits limits;
    private final Refusals refusals;

    /**
     * @param file the archive, a zip or a tar.gz by its first bytes
     * @param name what messages call it
     * @param limits how large it may become
     */
    public SafeArchive(Path file, String name, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
        this.refusals = new Refusals(name);
    }

    /**
     * Unpacks the wanted files, one at a time in little memory, into a folder. After a fault none of
     * them is there.
     *
     * @param wanted file names; an entry is found by the last part of its path
     * @param folder an existing folder; files of the same names are replaced
     * @return the files found, by name
     * @throws DataFault naming archive, entry, rule, what was expected and what was found
     * @throws TransientFault if a file cannot be read or written
     */
    public Map<String, Path> unpack(Set<String> wanted, Path folder) {
        Map<String, Path> temporary = new TreeMap<>();
        try {
            ArchiveWalk walk = checked(wanted);
            walked(walk, (item, content) -> {
                if (item.kind() == ArchiveItem.Kind.FILE && wanted.contains(item.fileName())) {
                    Path target = folder.resolve("." + item.fileName() + ".unpacking");
                    temporary.put(item.fileName(), target);
                    write(content, target);
                }
            });
            return moved(temporary, folder);
        } finally {
            temporary.values().forEach(SafeArchive::delete);
        }
    }

    private ArchiveWalk checked(Set<String> wanted) {
        try {
            ArchiveFormat format = ArchiveFormat.of(file)
                    .orElseThrow(() -> refusals.broken("", ArchiveRule.READABLE, "neither zip nor tar.gz"));
            ArchiveWalk walk =
                    switch (format) {
                        case ZIP -> new ZipWalk(file, refusals);
                        case TAR_GZIP -> new TarGzipWalk(file, refusals, limits);
                    };
            walked(walk, new ArchiveCheck(refusals, limits, wanted, Files.size(file)));
            return walk;
        } catch (IOException e) {
            throw new TransientFault(file.getFileName() + ": cannot be read", e);
        }
    }

    /** What a visitor cannot write is a fault of its own by then, so what is left is the archive's. */
    private void walked(ArchiveWalk walk, ArchiveWalk.Visitor visitor) {
        try {
            walk.walk(visitor);
        } catch (IOException | IllegalArgumentException e) {
            throw refusals.unreadable("", e);
        }
    }

    private static void write(ArchiveWalk.Content content, Path target) throws IOException {
        try (InputStream in = content.open()) {
            copy(in, target);
        }
    }

    private static void copy(InputStream in, Path target) {
        try {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TransientFault(target.getFileName() + ": writing stopped", e);
        }
    }

    private static Map<String, Path> moved(Map<String, Path> temporary, Path folder) {
        Map<String, Path> files = new TreeMap<>();
        for (Map.Entry<String, Path> one : temporary.entrySet()) {
            Path target = folder.resolve(one.getKey());
            try {
                Files.move(one.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new TransientFault(target.getFileName() + ": cannot be put in its place", e);
            }
            files.put(one.getKey(), target);
        }
        return files;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new TransientFault(file.getFileName() + ": cannot be removed", e);
        }
    }
}
