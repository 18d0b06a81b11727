package io.payscope.datasets.kaggle;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawObject;
import io.payscope.datasets.simulate.SimulatedRaw;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts a bank's files from Kaggle where raw files lie, and a marker beside them. */
public final class KaggleRaw {

    private static final String UNFINISHED_TEXT = "A download is being put here.\n";

    /** Begins the names of folders for downloads. */
    private static final String HIDDEN = FolderObjectStore.HIDDEN + "kaggle-";

    private static final int NAME_LENGTH = 12;

    /** Held while files are fetched and put: two downloads of the same files must not share a folder. */
    private static final String LOCK = KaggleDownloads.PART_PREFIX + "files";

    /** What marks files that can be made or fetched again. */
    private static final Set<String> REPLACEABLE =
            Set.of(DownloadedRaw.FILE, DownloadedRaw.UNFINISHED_FILE, SimulatedRaw.FILE, SimulatedRaw.UNFINISHED_FILE);

    private final ObjectStore objects;
    private final Path folder;

    /**
     * @param objects where the files go
     * @param folder for temporary files: the archive and what is unpacked from it; what a download that broke off has
     *     brought stays there, and the next goes on from it
     */
    public KaggleRaw(ObjectStore objects, Path folder) {
        this.objects = objects;
        this.folder = folder;
    }

    /** @return hash of everything that a download depends on */
    public static String inputHash(BankEntry entry, String rawPrefix, String version) {
        return Hashes.sha256("kaggle-raw", KaggleDownloads.source(entry), version, rawPrefix);
    }

    /**
     * The marker of the download whose files lie below the prefix now.
     *
     * @return empty if there is none, or a file is not the one that was downloaded
     */
    public Optional<DownloadedRaw> find(BankEntry entry, String rawPrefix, RawFiles files) {
        return objects.find(Keys.raw(rawPrefix, entry.id()) + DownloadedRaw.FILE)
                .map(body -> JsonCodec.decode(body.body(), DownloadedRaw.class))
                .filter(marker -> marker.sha256ByKey().equals(hashes(files)));
    }

    private static Map<String, String> hashes(RawFiles files) {
        Map<String, String> hashes = new TreeMap<>();
        files.byName().values().forEach(file -> hashes.put(file.key(), file.sha256()));
        return hashes;
    }

    /** @return whether the files of a version lie below the prefix, byte for byte */
    public boolean holds(BankEntry entry, String rawPrefix, String version) {
        return find(entry, rawPrefix, version).isPresent();
    }

    /** @return the marker of a version, if its files lie below the prefix, byte for byte */
    public Optional<DownloadedRaw> find(BankEntry entry, String rawPrefix, String version) {
        if (objects.head(Keys.raw(rawPrefix, entry.id()) + DownloadedRaw.FILE).isEmpty()) {
            return Optional.empty();
        }
        try {
            return find(entry, rawPrefix, RawFiles.locate(objects, rawPrefix, entry))
                    .filter(marker -> marker.source().equals(KaggleDownloads.source(entry)))
                    .filter(marker -> marker.version().equals(version));
        } catch (DataFault missing) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a part of a download from being taken for all of it.
     *
     * @throws DataFault naming the prefix, if a download began to be put below it and did not end
     */
    public void requireFinished(BankEntry entry, String rawPrefix, RawFiles files) {
        String prefix = Keys.raw(rawPrefix, entry.id());
        boolean begun = objects.head(prefix + DownloadedRaw.UNFINISHED_FILE).isPresent();
        if (begun && find(entry, rawPrefix, files).isEmpty()) {
            throw new DataFault(prefix + ": holds part of a download that did not end; download it again, or remove"
                    + " its files");
        }
    }

    /**
     * Downloads a bank's files and replaces those that an earlier download or a simulation left. Files that are neither
     * CSV nor a marker stay.
     *
     * @param progress told of every piece
     * @throws DataFault naming the prefix, if it holds files that neither of the two wrote
     */
    public DownloadedRaw write(
            BankEntry entry, String rawPrefix, KaggleDownloads downloads, DownloadProgress progress) {
        String prefix = Keys.raw(rawPrefix, entry.id());
        requireReplaceable(prefix, keys(prefix));
        try {
            Path temporary = Files.createDirectories(folder.resolve(HIDDEN
                    + Hashes.sha256(KaggleDownloads.source(entry), prefix).substring(0, NAME_LENGTH)));
            try (PartialFile lock = PartialFile.open(temporary.resolve(LOCK))) {
                try {
                    return put(entry, prefix, downloads.fetch(entry, temporary, progress));
                } finally {
                    clean(temporary, lock);
                }
            }
        } catch (IOException e) {
            throw new TransientFault("bank " + entry.bank() + ": writing downloaded files stopped", e);
        }
    }

    private List<String> keys(String prefix) {
        return objects.list(prefix).stream().map(ObjectHead::key).toList();
    }

    /** Every CSV file must still be the one that a marker names, unless something was interrupted that wrote them. */
    private void requireReplaceable(String prefix, List<String> keys) {
        if (keys.contains(prefix + DownloadedRaw.UNFINISHED_FILE)
                || keys.contains(prefix + SimulatedRaw.UNFINISHED_FILE)) {
            return;
        }
        Map<String, String> written = new TreeMap<>();
        objects.find(prefix + DownloadedRaw.FILE)
                .map(body -> JsonCodec.decode(body.body(), DownloadedRaw.class))
                .ifPresent(marker -> written.putAll(marker.sha256ByKey()));
        objects.find(prefix + SimulatedRaw.FILE)
                .map(body -> JsonCodec.decode(body.body(), SimulatedRaw.class))
                .ifPresent(marker -> written.putAll(marker.sha256ByKey()));
        for (String key : keys) {
            if (RawFiles.isCsv(key) && !RawObject.of(objects, key, key).sha256().equals(written.get(key))) {
                throw new DataFault(prefix + ": holds files that neither Kaggle nor a simulation wrote; they are not"
                        + " replaced: " + key);
            }
        }
    }

    /** One marker or the other lies there at every moment, so what a crash leaves is known to be a part. */
    private DownloadedRaw put(BankEntry entry, String prefix, FetchedFiles files) throws IOException {
        List<String> old = keys(prefix);
        requireReplaceable(prefix, old);
        String unfinished = prefix + DownloadedRaw.UNFINISHED_FILE;
        objects.put(unfinished, UNFINISHED_TEXT.getBytes(StandardCharsets.UTF_8), "text/plain");
        old.stream()
                .filter(key -> !key.equals(unfinished))
                .filter(KaggleRaw::isData)
                .forEach(objects::delete);
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.byName().entrySet()) {
            hashes.put(prefix + file.getKey(), sha256(file.getValue()));
            objects.put(prefix + file.getKey(), file.getValue(), "text/csv");
        }
        DownloadedRaw marker = new DownloadedRaw(entry.id(), files.source(), files.version(), hashes);
        objects.put(prefix + DownloadedRaw.FILE, JsonCodec.encode(marker), "application/json");
        objects.delete(unfinished);
        return marker;
    }

    /** What else people keep beside raw files is theirs. */
    private static boolean isData(String key) {
        return RawFiles.isCsv(key) || REPLACEABLE.contains(key.substring(key.lastIndexOf('/') + 1));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream stored = Files.newInputStream(file);
                DigestInputStream in = new DigestInputStream(stored, Hashes.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Hashes.hex(in.getMessageDigest());
        }
    }

    /** Removes the files that were put, and the folder too unless a part of a download is in it. */
    private static void clean(Path temporary, PartialFile lock) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(temporary)) {
            files = all.toList();
        }
        boolean part = false;
        for (Path file : files) {
            boolean hidden = file.getFileName().toString().startsWith(KaggleDownloads.PART_PREFIX);
            part |= hidden && !file.endsWith(LOCK);
            if (!hidden) {
                Files.delete(file);
            }
        }
        lock.delete();
        if (!part) {
            Files.delete(temporary);
        }
    }
}
