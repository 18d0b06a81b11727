package io.payscope.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds every entry of an archive to the rules. Not thread-safe. */
final class ArchiveCheck implements ArchiveWalk.Visitor {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("(.*[/\\\\])?\\.\\.([/\\\\].*)?", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

    private final Refusals refusals;
    private final ArchiveLimits limits;
    private final Set<String> wanted;
    private final long compressed;
    private final Map<String, String> pathByFolded = new HashMap<>();
    private final Map<String, String> pathByWanted = new HashMap<>();
    private int entries;
    private long bytes;

    /**
     * @param wanted file names to be unpacked, which may lie in one folder of the archive only
     * @param compressed bytes of the archive
     */
    ArchiveCheck(Refusals refusals, ArchiveLimits limits, Set<String> wanted, long compressed) {
        this.refusals = refusals;
        this.limits = limits;
        this.wanted = wanted;
        this.compressed = compressed;
    }

    @Override
    public void visit(ArchiveItem item, ArchiveWalk.Content content) throws IOException {
        entries++;
        if (entries > limits.entries()) {
            throw refusals.beyond(item.path(), ArchiveRule.ENTRY_COUNT, limits.entries(), entries);
        }
        path(item.path(), item.path());
        path(item.path(), item.statedPath());
        once(item.path());
        switch (item.kind()) {
            case LINK -> throw refusals.broken(item.path(), ArchiveRule.NO_LINK, "a link");
            case SPECIAL -> throw refusals.broken(item.path(), ArchiveRule.NO_LINK, "a special file");
            case UNREADABLE ->
                throw refusals.broken(item.path(), ArchiveRule.READABLE, "encryption or an unknown compression");
            case FOLDER -> {
                // A folder has no bytes.
            }
            case FILE -> {
                if (wanted.contains(item.fileName())) {
                    String earlier = pathByWanted.putIfAbsent(item.fileName(), item.path());
                    require(earlier == null, item.path(), ArchiveRule.NAMES_ONCE, "'" + earlier + "' before");
                }
                sizes(item);
                notNested(item.path(), content);
            }
        }
    }

    private void path(String entry, String path) {
        require(!path.isEmpty() && !CONTROL.matcher(path).matches(), entry, ArchiveRule.PLAIN_NAME, path);
        require(!PARENT.matcher(path).matches(), entry, ArchiveRule.NO_PARENT_FOLDER, path);
        require(!path.startsWith("/"), entry, ArchiveRule.NO_ABSOLUTE_PATH, path);
        require(!DRIVE.matcher(path).matches(), entry, ArchiveRule.NO_DRIVE_LETTER, path);
        require(path.indexOf('\\') < 0, entry, ArchiveRule.NO_BACKSLASH, path);
    }

    private void once(String path) {
        String plain =
                path.replaceAll("/+", "/").replaceAll("(^|/)(\\./)+", "$1").replaceAll("/$", "");
        String folded = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String earlier = pathByFolded.putIfAbsent(folded, path);
        require(earlier == null, path, ArchiveRule.NAMES_ONCE, "'" + earlier + "' before");
    }

    private void sizes(ArchiveItem item) {
        bytes += Math.max(item.bytes(), 0);
        if (item.bytes() < 0 || item.bytes() > limits.totalBytes() || bytes > limits.totalBytes()) {
            throw refusals.beyond(
                    item.path(), ArchiveRule.TOTAL_SIZE, limits.totalBytes(), Math.max(item.bytes(), bytes));
        }
        if (item.compressedBytes() >= 0 && limits.exceedsRatio(item.bytes(), item.compressedBytes())) {
            long ratio = item.bytes() / Math.max(item.compressedBytes(), 1);
            throw refusals.beyond(item.path(), ArchiveRule.RATIO, limits.ratio(), ratio);
        }
        // Entries may share their compressed bytes, so each can look harmless alone.
        if (limits.exceedsRatio(bytes, compressed)) {
            throw refusals.beyond(item.path(), ArchiveRule.RATIO, limits.ratio(), bytes / Math.max(compressed, 1));
        }
    }

    private void notNested(String path, ArchiveWalk.Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] first = in.readNBytes(ArchiveFormat.MAGIC_BYTES);
            require(!ArchiveFormat.isPacked(first), path, ArchiveRule.NOT_NESTED, "an archive or a compressed file");
        }
    }

    private void require(boolean holds, String entry, ArchiveRule rule, String found) {
        if (!holds) {
            throw refusals.broken(entry, rule, found);
        }
    }
}
