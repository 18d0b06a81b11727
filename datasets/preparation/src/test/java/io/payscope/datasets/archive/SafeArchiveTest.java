package io.payscope.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.testing.StubArchives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C9 and C10: what an archive from outside may try. Each holds the wanted file too, before or after what is refused. */
class SafeArchiveTest {

    private static final String WANTED = "wanted.csv";
    private static final byte[] CSV = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    private static final ArchiveLimits SMALL = new ArchiveLimits(100, 4 << 20, 5);

    @TempDir
    private Path outside;

    private Path folder;
    private Path file;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(outside.resolve("folder"));
        file = outside.resolve("archive");
    }

    private Map<String, Path> unpack(ArchiveLimits limits) {
        return new SafeArchive(file, "archive.zip", limits).unpack(Set.of(WANTED), folder);
    }

    private interface Filling {
        void fill(ZipArchiveOutputStream zip) throws IOException;
    }

    private void zip(Filling filling) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            add(zip, new ZipArchiveEntry(WANTED), CSV);
            filling.fill(zip);
        }
    }

    private static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private interface TarFilling {
        void fill(TarArchiveOutputStream tar) throws IOException;
    }

    private void tar(TarFilling filling) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(file)))) {
            add(tar, new TarArchiveEntry(WANTED), CSV);
            filling.fill(tar);
        }
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private void refused(ArchiveLimits limits, String... message) throws IOException {
        assertThatThrownBy(() -> unpack(limits))
                .isInstanceOf(DataFault.class)
                .hasMessageContainingAll(message)
                .hasMessageContaining("archive.zip")
                .hasMessageContaining("expected")
                .hasMessageContaining("found");
        assertThat(folder).as("nothing written, nothing left").isEmptyDirectory();
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).as("nothing outside").containsExactlyInAnyOrder(folder, file);
        }
    }

    static Stream<byte[]> archives() {
        Map<String, byte[]> files = new TreeMap<>(Map.of("data/" + WANTED, CSV, "data/readme.txt", CSV));
        return Stream.of(StubArchives.zip(files), StubArchives.tarGzip(files));
    }

    @ParameterizedTest
    @MethodSource("archives")
    void wantedFilesAloneAreUnpacked(byte[] archive) throws IOException {
        Files.write(file, archive);

        Map<String, Path> files = unpack(SMALL);

        assertThat(files).containsOnlyKeys(WANTED);
        assertThat(folder.resolve(WANTED)).hasBinaryContent(CSV);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve(WANTED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../evil.csv, no-parent-folder",
        "a/../../evil.csv, no-parent-folder",
        "a/.., no-parent-folder",
        "..\\evil.csv, no-parent-folder",
        "/etc/evil.csv, no-absolute-path",
        "C:/evil.csv, no-drive-letter",
        "C:\\evil.csv, no-drive-letter",
        "c:evil.csv, no-drive-letter",
        "wanted.csv, names-once",
        "./wanted.csv, names-once",
        "other/wanted.csv, names-once",
        "WANTED.csv, names-once"
    })
    void nameThatCouldLeadElsewhereIsRefused(String name, String rule) throws IOException {
        zip(zip -> add(zip, new ZipArchiveEntry(name), CSV));
        refused(SMALL, "rule " + rule);

        if (!name.startsWith("/")) {
            tar(tar -> add(tar, new TarArchiveEntry(name, true), CSV));
            refused(SMALL, "rule " + rule);
        }
    }

    /** The library reads a backslash as a slash, and writes it so. */
    @Test
    void backslashIsRefusedAsWritten() throws IOException {
        zip(zip -> add(zip, new ZipArchiveEntry("a#evil.csv"), CSV));
        byte[] archive = Files.readAllBytes(file);
        for (int i = 0; i < archive.length; i++) {
            archive[i] = archive[i] == '#' ? (byte) '\\' : archive[i];
        }
        Files.write(file, archive);

        refused(SMALL, "entry 'a/evil.csv'", "rule no-backslash");
    }

    @Test
    void absolutePathInATarIsRefused() throws IOException {
        tar(tar -> add(tar, new TarArchiveEntry("/etc/evil.csv", true), CSV));

        refused(SMALL, "entry '/etc/evil.csv'", "rule no-absolute-path");
    }

    @Test
    void nameWithALineBreakDoesNotBreakTheLog() throws IOException {
        zip(zip -> add(zip, new ZipArchiveEntry("a\nWARN b.csv"), CSV));

        refused(SMALL, "entry 'a?WARN b.csv'", "rule plain-name");
    }

    @Test
    void symbolicLinkInAZipIsRefused() throws IOException {
        zip(zip -> {
            ZipArchiveEntry link = new ZipArchiveEntry("link.csv");
            link.setUnixMode(0120777);
            add(zip, link, "/etc/passwd".getBytes(StandardCharsets.UTF_8));
        });

        refused(SMALL, "entry 'link.csv'", "rule no-link");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR})
    void linkOrDeviceInATarIsRefused(byte type) throws IOException {
        tar(tar -> {
            TarArchiveEntry link = new TarArchiveEntry("link.csv", type);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        });

        refused(SMALL, "entry 'link.csv'", "rule no-link");
    }

    @Test
    void ratioStopsABomb() throws IOException {
        zip(zip -> add(zip, new ZipArchiveEntry("bomb.csv"), new byte[3 << 20]));
        refused(SMALL, "entry 'bomb.csv'", "rule ratio", "at most 100");

        tar(tar -> add(tar, new TarArchiveEntry("bomb.csv"), new byte[3 << 20]));
        refused(SMALL, "rule ratio", "at most 100");
    }

    @Test
    void totalSizeStopsABomb() throws IOException {
        ArchiveLimits loose = new ArchiveLimits(10_000, 4 << 20, 5);
        zip(zip -> {
            add(zip, new ZipArchiveEntry("one.csv"), new byte[3 << 20]);
            add(zip, new ZipArchiveEntry("two.csv"), new byte[3 << 20]);
        });
        refused(loose, "entry 'two.csv'", "rule total-size", "at most 4194304");

        tar(tar -> add(tar, new TarArchiveEntry("bomb.csv"), new byte[5 << 20]));
        refused(loose, "rule total-size", "at most 4194304");
    }

    @Test
    void numberOfEntriesIsBounded() throws IOException {
        zip(zip -> {
            for (int i = 0; i < 5; i++) {
                add(zip, new ZipArchiveEntry(i + ".csv"), CSV);
            }
        });

        refused(SMALL, "rule entry-count", "at most 5, found 6");
    }

    @ParameterizedTest
    @MethodSource("archives")
    void archiveInAnArchiveIsRefused(byte[] inner) throws IOException {
        zip(zip -> add(zip, new ZipArchiveEntry("inner.csv"), inner));
        refused(SMALL, "entry 'inner.csv'", "rule not-nested");

        tar(tar -> add(tar, new TarArchiveEntry("inner.csv"), inner));
        refused(SMALL, "entry 'inner.csv'", "rule not-nested");
    }

    @Test
    void sizeThatIsStatedTooSmallStopsThere() throws IOException {
        zip(zip -> {});
        byte[] archive = Files.readAllBytes(file);
        int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
        archive[directory + 24] = (byte) (CSV.length - 1);
        Files.write(file, archive);

        refused(SMALL, "entry 'wanted.csv'", "rule readable", "more instead of 7 bytes as stated");
    }

    @Test
    void checksumIsChecked() throws IOException {
        zip(zip -> {});
        byte[] archive = Files.readAllBytes(file);
        archive[indexOf(archive, new byte[] {'P', 'K', 1, 2}) + 16]++;
        Files.write(file, archive);

        refused(SMALL, "entry 'wanted.csv'", "rule readable", "checksum");
    }

    @ParameterizedTest
    @MethodSource("archives")
    void truncatedArchiveIsRefused(byte[] archive) throws IOException {
        Files.write(file, Arrays.copyOf(archive, archive.length - 30));

        refused(SMALL, "rule readable");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Files.write(file, CSV);

        refused(SMALL, "rule readable", "neither zip nor tar.gz");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }
}
