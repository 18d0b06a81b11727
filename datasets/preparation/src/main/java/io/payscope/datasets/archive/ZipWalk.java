package io.payscope.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Goes through a zip by its directory, so that every entry is known before one is unpacked. */
final class ZipWalk implements ArchiveWalk {

    private static final int TYPE_MASK = 0170000;
    private static final int TYPE_FILE = 0100000;
    private static final int TYPE_FOLDER = 0040000;

    private final Path file;
    private final Refusals refusals;

    ZipWalk(Path file, Refusals refusals) {
        this.file = file;
        this.refusals = refusals;
    }

    @Override
    public void walk(Visitor visitor) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            for (ZipArchiveEntry entry : entries) {
                visitor.visit(item(zip, entry), () -> content(zip, entry));
            }
        }
    }

    private static ArchiveItem item(ZipFile zip, ZipArchiveEntry entry) {
        return new ArchiveItem(
                entry.getName(),
                new String(entry.getRawName(), StandardCharsets.ISO_8859_1),
                kind(zip, entry),
                entry.getSize(),
                entry.getCompressedSize());
    }

    private static ArchiveItem.Kind kind(ZipFile zip, ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & TYPE_MASK;
        if (entry.isUnixSymlink()) {
            return ArchiveItem.Kind.LINK;
        }
        if (type != 0 && type != TYPE_FILE && type != TYPE_FOLDER) {
            return ArchiveItem.Kind.SPECIAL;
        }
        if (entry.isDirectory()) {
            return ArchiveItem.Kind.FOLDER;
        }
        return zip.canReadEntryData(entry) ? ArchiveItem.Kind.FILE : ArchiveItem.Kind.UNREADABLE;
    }

    /** The library checks neither size nor checksum of an entry. */
    private InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        return new StatedContent(zip.getInputStream(entry), entry.getName(), entry.getSize(), entry.getCrc(), refusals);
    }
}
