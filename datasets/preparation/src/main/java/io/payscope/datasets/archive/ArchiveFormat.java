package io.payscope.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of archive, told by their first bytes: names and content types from outside are often wrong. */
public enum ArchiveFormat {
    ZIP,
    TAR_GZIP;

    /** The mark of tar ends here. */
    static final int MAGIC_BYTES = 262;

    private static final int TAR_MARK = 257;
    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final List<byte[]> ZIPS = List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {'P', 'K', 5, 6});
    private static final List<byte[]> OTHERS = List.of(
            GZIP,
            new byte[] {'B', 'Z', 'h'},
            new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0},
            new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c},
            new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
            new byte[] {'R', 'a', 'r', '!'});

    /** @return the kind of archive that a file is, or empty if it is none that can be unpacked */
    public static Optional<ArchiveFormat> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(MAGIC_BYTES);
            if (ZIPS.stream().anyMatch(magic -> begins(first, 0, magic))) {
                return Optional.of(ZIP);
            }
            return begins(first, 0, GZIP) ? Optional.of(TAR_GZIP) : Optional.empty();
        }
    }

    /** @return whether the first bytes of an entry are those of an archive or of a compressed file of any kind */
    static boolean isPacked(byte[] first) {
        return ZIPS.stream().anyMatch(magic -> begins(first, 0, magic))
                || OTHERS.stream().anyMatch(magic -> begins(first, 0, magic))
                || begins(first, TAR_MARK, TAR);
    }

    private static boolean begins(byte[] bytes, int from, byte[] magic) {
        return bytes.length >= from + magic.length
                && Arrays.equals(bytes, from, from + magic.length, magic, 0, magic.length);
    }
}
