package io.payscope.stores.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which objects are being written. The store below writes an object beside its place, as
 * {@code KEY-UUID}, and moves it there when it is whole; a killed process leaves that draft, which would be listed as
 * an object. A file here per running write names its key, so that the next start finds the drafts.
 */
final class UnfinishedWrites {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedWrites.class);
    private static final Pattern DRAFT_ENDING =
            Pattern.compile("-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Path folder;
    private final Map<Path, String> running = new HashMap<>();
    private final List<Listing> listings = new ArrayList<>();

    private UnfinishedWrites(Path folder) {
        this.folder = folder;
    }

    /** Removes the drafts of writes that were never finished. */
    static UnfinishedWrites recover(Path folder, Path objects) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(folder)) {
            for (Path marker : markers) {
                removeDrafts(objects.resolve(Files.readString(marker)));
                Files.delete(marker);
            }
        }
        return new UnfinishedWrites(folder);
    }

    /**
     * Notes that a write begins.
     *
     * @param place bucket and key, as a path
     * @return what {@link #end} takes
     */
    Path begin(String place) {
        try {
            Path marker = Files.writeString(folder.resolve(UUID.randomUUID().toString()), place);
            synchronized (this) {
                running.put(marker, place);
                listings.forEach(listing -> listing.places.add(place));
            }
            return marker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end(Path marker) {
        try {
            Files.delete(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                running.remove(marker);
            }
        }
    }

    /** Begins to note the writes that run while a listing is made; close it when that is done. */
    synchronized Listing listing() {
        Listing listing = new Listing(this);
        listing.places.addAll(running.values());
        listings.add(listing);
        return listing;
    }

    /** The writes that ran at any time during a listing. */
    static final class Listing implements AutoCloseable {

        private final UnfinishedWrites writes;
        private final Set<String> places = new HashSet<>();

        private Listing(UnfinishedWrites writes) {
            this.writes = writes;
        }

        /** @return whether what was listed under this bucket and key is the draft of one of the writes */
        boolean isDraft(String place) {
            synchronized (writes) {
                return places.stream().anyMatch(written -> UnfinishedWrites.isDraft(place, written));
            }
        }

        @Override
        public void close() {
            synchronized (writes) {
                writes.listings.remove(this);
            }
        }
    }

    private static boolean isDraft(String name, String key) {
        return name.startsWith(key)
                && DRAFT_ENDING.matcher(name.substring(key.length())).matches();
    }

    private static void removeDrafts(Path place) throws IOException {
        Path parent = place.getParent();
        Path key = place.getFileName();
        if (parent == null || key == null || !Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
            for (Path sibling : siblings) {
                if (isDraft(String.valueOf(sibling.getFileName()), key.toString())) {
                    LOG.warn("Removing {}, which a killed process left of a write", sibling);
                    Files.delete(sibling);
                }
            }
        }
    }
}
